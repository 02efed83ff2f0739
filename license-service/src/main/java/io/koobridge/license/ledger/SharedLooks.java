package io.koobridge.license.ledger;

import io.koobridge.license.ledger.Slot.Shelf;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * Where a shelf has free slots, asked of the store once for all who want to know at the same time. Each of them also gets a turn, so that
 * they do not all run for the same slot.
 */
final class SharedLooks {

    /** A store that hangs must not keep those who come later from asking it again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    private final SlotTable slots;
    private final ConcurrentMap<Question, Look> running = new ConcurrentHashMap<>();

    SharedLooks(SlotTable slots) {
        this.slots = slots;
    }

    /**
     * One's share in a look.
     *
     * @param turn how many others share it and came before
     */
    record Share(Room room, long turn) {}

    private record Question(Shelf shelf, long quota) {}

    private record Look(Mono<Room> room, AtomicLong turns) {}

    /** Among the first so many. */
    Mono<Share> room(Shelf shelf, long quota) {
        return Mono.defer(() -> {
            var look = running.computeIfAbsent(new Question(shelf, quota), this::begun);
            var turn = look.turns().getAndIncrement();
            return look.room().map(room -> new Share(room, turn));
        });
    }

    private Look begun(Question question) {
        var room = slots.room(question.shelf(), question.quota())
                .timeout(ANSWERED_WITHIN)
                // Before the answer is handed out: whoever asks because of it asks anew.
                .doOnTerminate(() -> running.remove(question))
                .cache();
        return new Look(room, new AtomicLong());
    }
}
