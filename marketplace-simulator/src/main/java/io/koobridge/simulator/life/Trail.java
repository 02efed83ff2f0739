package io.koobridge.simulator.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The steps of one purchase, in the order in which they were asked for. At most {@value #DEEDS_KEPT} are kept; the oldest that is over goes first, but never
 * {@code newInstance}.
 *
 * @param count also of those no longer kept
 */
public record Trail(int count, List<Deed> deeds) {
    static final int DEEDS_KEPT = 24;
    static final int OPEN_AT_MOST = 12;

    static Trail beginning(NewInstance first, Deed.Delivered delivered) {
        StepState begun = new StepState.Waiting().begun(delivered.requestedAt());
        return new Trail(1, List.of(Deed.of(1, first, delivered, begun)));
    }

    Trail and(Step step, Deed.Delivered delivered) {
        List<Deed> kept = new ArrayList<>(deeds);
        if (kept.size() >= DEEDS_KEPT) {
            for (int i = 1; i < kept.size(); i++) {
                if (kept.get(i).state().isOver()) {
                    kept.remove(i);
                    break;
                }
            }
        }
        kept.add(Deed.of(count + 1, step, delivered, new StepState.Waiting()));
        return new Trail(count + 1, List.copyOf(kept));
    }

    public Deed first() {
        return deeds.getFirst();
    }

    public Deed last() {
        return deeds.getLast();
    }

    public Optional<Deed> find(int number) {
        return deeds.stream().filter(deed -> deed.number() == number).findFirst();
    }

    public Deed known(int number) {
        return find(number).orElseThrow(() -> new NoSuchElementException("no step " + number));
    }

    /** Also true of a step that has been forgotten, which happens only to those that are over. */
    public boolean isOver(int number) {
        return find(number).map(deed -> deed.state().isOver()).orElse(true);
    }

    public Trail with(Deed changed) {
        return new Trail(
                count,
                deeds.stream()
                        .map(deed -> deed.number() == changed.number() ? changed : deed)
                        .toList());
    }

    public long open() {
        return deeds.stream().filter(deed -> !deed.state().isOver()).count();
    }

    public boolean roomForMore() {
        return open() < OPEN_AT_MOST;
    }

    /** Nothing is under way. */
    public boolean idle() {
        return open() == 0;
    }

    /** Everything is over and nothing failed: what is believed can be compared with the seller. */
    public boolean settled() {
        return deeds.stream().allMatch(deed -> deed.state().isOver() && !(deed.state() instanceof StepState.Failed));
    }

    /** The step whose turn it is: the first that waits, if what was before it is over or held back long enough. */
    Optional<Deed> nextInTurn(Instant realNow) {
        for (Deed deed : deeds) {
            switch (deed.state()) {
                case StepState.Waiting _ -> {
                    return Optional.of(deed);
                }
                case StepState.Held held
                when realNow.isBefore(held.nextFrom()) -> {
                    return Optional.empty();
                }
                case StepState.Delivering _ -> {
                    return Optional.empty();
                }
                default -> {
                    // Over, or held back long enough.
                }
            }
        }
        return Optional.empty();
    }

    /** What can no longer be said to a seller who has no instance of it (any more). */
    Trail cancelled(boolean released, Instant now) {
        return new Trail(
                count,
                deeds.stream()
                        .map(deed -> deed.state() instanceof StepState.Waiting waiting
                                        && !(released && Step.possibleAfterRelease(deed.step()))
                                ? deed.in(waiting.cancelled(now))
                                : deed)
                        .toList());
    }
}
