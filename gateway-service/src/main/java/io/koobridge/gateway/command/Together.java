package io.koobridge.gateway.command;

import io.koobridge.gateway.moment.CallLoop;
import io.koobridge.gateway.moment.Gathering;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Asks many things with one request: what is asked within a moment goes together. Many cost little more than one, here and at the service that is
 * asked, which a busy one needs more than a quick answer to one.
 *
 * @param <Q> one question
 * @param <A> its answer
 */
final class Together<Q, A> {

    /** In less than this nobody answers: who has it left must not be the first of a request, since the others get no more time. */
    private static final Duration TOO_LATE = Duration.ofMillis(20);

    /** A service that hangs gets no more requests than this; what is asked meanwhile waits until one of them ends. */
    private static final int UNDER_WAY = 8;

    private static final int MOST_WAITING = 4096;

    private final int most;
    private final Request<Q, A> request;
    private final Gathering<Asked<Q, A>> waiting;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * Nothing is asked yet.
     *
     * @param most questions of one request
     */
    Together(int most, Request<Q, A> request) {
        this.most = most;
        this.request = request;
        this.waiting = new Gathering<>(Gathering.MOMENT, most, MOST_WAITING, this::send);
    }

    /** Asks. Its answers stand in the order of the questions; it never ends in an error signal, and always within the time. */
    @FunctionalInterface
    interface Request<Q, A> {
        Mono<Answer<List<A>>> ask(List<Q> questions, Duration within);
    }

    private record Asked<Q, A>(Q question, Deadline deadline, MonoSink<Answer<A>> asker, AtomicBoolean gone) {}

    /** Asks when subscribed to, and is answered within the time. Who cancels while the question waits is not asked for. */
    Mono<Answer<A>> ask(Q question, Duration within) {
        return Mono.create(asker -> {
            var asked = new Asked<>(question, Deadline.in(within), asker, new AtomicBoolean());
            asker.onCancel(() -> asked.gone().set(true));
            if (!waiting.offer(asked, CallLoop.of(asker.contextView()))) {
                asker.success(new Answer.NotSent<>("%d questions wait already".formatted(MOST_WAITING)));
            }
        });
    }

    /** What waits while all places are taken is seen by whoever leaves one. */
    private void send() {
        while (!waiting.isEmpty() && takePlace()) {
            var batch = batch();
            if (batch.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                send(batch);
            }
        }
    }

    private boolean takePlace() {
        return underWay.getAndUpdate(taken -> Math.min(taken + 1, UNDER_WAY)) < UNDER_WAY;
    }

    private List<Asked<Q, A>> batch() {
        var batch = new ArrayList<Asked<Q, A>>();
        while (batch.size() < most) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.deadline().remaining().compareTo(TOO_LATE) < 0) {
                next.asker().success(new Answer.NotSent<>("too many requests are under way"));
            } else if (!next.gone().get()) {
                batch.add(next);
            }
        }
        return batch;
    }

    private void send(List<Asked<Q, A>> batch) {
        // The first has waited longest.
        var within = batch.getFirst().deadline().remaining();
        var questions = batch.stream().map(Asked::question).toList();
        var unused = Mono.defer(() -> request.ask(questions, within))
                // One trace is all that a request can carry.
                .contextWrite(batch.getFirst().asker().contextView())
                .doFinally(_ -> {
                    underWay.decrementAndGet();
                    send();
                })
                .subscribe(answer -> answer(batch, answer));
    }

    private static <Q, A> void answer(List<Asked<Q, A>> batch, Answer<List<A>> answers) {
        for (int i = 0; i < batch.size(); i++) {
            int place = i;
            batch.get(i).asker().success(answers.map(all -> all.get(place)));
        }
    }
}
