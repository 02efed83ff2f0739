package io.koobridge.license.ledger;

import io.koobridge.license.ledger.Slot.Shelf;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * How many slots of a shelf are taken, asked of the store once for all who want to know at the same time. Each of them also gets a turn, so that
 * they do not all run for the same slot.
 */
final class SharedCounts {

    /** A store that hangs must not keep those who come later from asking it again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    private final SlotTable slots;
    private final ConcurrentMap<Question, Count> running = new ConcurrentHashMap<>();

    SharedCounts(SlotTable slots) {
        this.slots = slots;
    }

    /**
     * One's share in a count.
     *
     * @param turn how many others share it and came before
     */
    record Share(long taken, long turn) {}

    private record Question(Shelf shelf, long quota) {}

    private record Count(Mono<Long> taken, AtomicLong turns) {}

    /** How many of the first so many are taken. */
    Mono<Share> taken(Shelf shelf, long quota) {
        return Mono.defer(() -> {
            var count = running.computeIfAbsent(new Question(shelf, quota), this::begun);
            var turn = count.turns().getAndIncrement();
            return count.taken().map(taken -> new Share(taken, turn));
        });
    }

    private Count begun(Question question) {
        var taken = slots.taken(question.shelf(), question.quota())
                .timeout(ANSWERED_WITHIN)
                // Before the answer is handed out: whoever asks because of it asks anew.
                .doOnTerminate(() -> running.remove(question))
                .cache();
        return new Count(taken, new AtomicLong());
    }
}
