package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.StepRequest;
import io.koobridge.simulator.calling.Timetable;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.life.Wish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays whole lives, each step after the acknowledgement of the former. Remembers the newest {@value #KEPT}. */
public final class Lives {
    private static final int KEPT = 100;
    private static final Duration UNTIL_READY = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofDays(1);

    private final Book book;
    private final Deliveries deliveries;
    private final Timetable timetable;
    private final Deque<Progress> newest = new ArrayDeque<>();

    public Lives(Book book, Deliveries deliveries, Timetable timetable) {
        this.book = book;
        this.deliveries = deliveries;
        this.timetable = timetable;
    }

    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /**
     * How far a life is.
     *
     * @param done steps that were acknowledged
     */
    public record Progress(
            String orderId,
            State state,
            int done,
            int planned,
            @Nullable String current,
            @Nullable String reason) {

        Progress doing(String step) {
            return new Progress(orderId, State.RUNNING, done, planned, step, null);
        }

        Progress acknowledged() {
            return new Progress(orderId, State.RUNNING, done + 1, planned, null, null);
        }

        Progress over() {
            return new Progress(orderId, State.DONE, done, planned, null, null);
        }

        Progress stopped(String why) {
            return new Progress(orderId, State.STOPPED, done, planned, current, why);
        }
    }

    public sealed interface Started {
        record Running(Progress progress) implements Started {}

        record Refused(Book.Entry entry) implements Started {}

        record TooMany() implements Started {}
    }

    public Started start(Sale sale, Duration pause) {
        List<Wish> wishes = Life.of(sale.order().chargingMode(), sale.listing().generation());
        Progress begun = new Progress(
                sale.order().orderId(),
                State.RUNNING,
                0,
                wishes.size() + 1,
                sale.trail().first().step().title(),
                null);
        synchronized (newest) {
            if (newest.stream().filter(life -> life.state() == State.RUNNING).count() >= KEPT) {
                return new Started.TooMany();
            }
            Book.Entry entry = deliveries.start(sale);
            if (entry != Book.Entry.ADDED) {
                return new Started.Refused(entry);
            }
            newest.addFirst(begun);
            if (newest.size() > KEPT) {
                // Not all run, so one of them can go.
                newest.removeLastOccurrence(newest.reversed().stream()
                        .filter(life -> life.state() != State.RUNNING)
                        .findFirst()
                        .orElseThrow());
            }
        }
        timetable.now(() -> live(begun, wishes, pause));
        return new Started.Running(begun);
    }

    public List<Progress> listed() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }

    public Optional<Progress> find(String orderId) {
        return listed().stream().filter(life -> life.orderId().equals(orderId)).findFirst();
    }

    private void live(Progress begun, List<Wish> wishes, Duration pause) {
        Progress progress = begun;
        try {
            progress = bought(progress);
            for (Wish wish : wishes) {
                if (progress.state() != State.RUNNING) {
                    return;
                }
                Thread.sleep(pause);
                progress = taken(progress, wish);
            }
            if (progress.state() == State.RUNNING) {
                shown(progress.over());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            shown(progress.stopped(String.valueOf(e.getMessage())));
        }
    }

    private Progress bought(Progress progress) throws InterruptedException {
        Sale sale = book.await(progress.orderId(), now -> now.trail().isOver(1), LONG);
        if (!(sale.trail().first().state() instanceof StepState.Acknowledged)) {
            return shown(progress.stopped("the purchase is " + sale.status()));
        }
        Sale ready = book.await(progress.orderId(), now -> !now.awaitsInformation(), UNTIL_READY);
        return ready.awaitsInformation()
                ? shown(progress.stopped("not ready: " + ready.seen().polls().lastReason()))
                : shown(progress.acknowledged());
    }

    private Progress taken(Progress progress, Wish wish) throws InterruptedException {
        Deed deed = deliveries.request(progress.orderId(), StepRequest.of(wish));
        Progress doing = shown(progress.doing(deed.step().title()));
        StepState state = book.await(progress.orderId(), now -> now.trail().isOver(deed.number()), LONG)
                .trail()
                .known(deed.number())
                .state();
        return shown(
                state instanceof StepState.Acknowledged
                        ? doing.acknowledged()
                        : doing.stopped("step " + deed.number() + " is " + state.written()));
    }

    private Progress shown(Progress next) {
        synchronized (newest) {
            newest.stream()
                    .filter(life -> life.orderId().equals(next.orderId()))
                    .findFirst()
                    .ifPresent(before -> replace(before, next));
        }
        return next;
    }

    private void replace(Progress before, Progress next) {
        List<Progress> all = newest.stream()
                .map(life -> life.orderId().equals(before.orderId()) ? next : life)
                .toList();
        newest.clear();
        newest.addAll(all);
    }
}
