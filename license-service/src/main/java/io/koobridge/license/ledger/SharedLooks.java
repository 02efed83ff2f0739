package io.koobridge.license.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.koobridge.license.ledger.Slot.Shelf;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Where a shelf has free slots. Each who asks gets a turn, so that they do not all run for the same slot; those who ask after one another go on in the same
 * look until one of them is beaten, so that the store is asked once for many. Where the shelf's last slot was taken already, only those who ask at the same time
 * share a look.
 */
final class SharedLooks {

    /** A store that hangs must not keep those who come later from asking it again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    /** What others took since is met as a slot that is not free. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int KEPT_AT_MOST = 10_000;

    private final SlotTable slots;
    private final Cache<Question, Look> looks = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(KEPT_AT_MOST)
            .build();

    SharedLooks(SlotTable slots) {
        this.slots = slots;
    }

    /**
     * One's share in a look.
     *
     * @param turn how many others share it and came before
     */
    record Share(Room room, long turn, Look look) {}

    /** A look that many may share. */
    static final class Look {

        private final Question question;
        private final Mono<Room> room;
        private final AtomicLong turns = new AtomicLong();

        private Look(Question question, Function<Look, Mono<Room>> room) {
            this.question = question;
            this.room = room.apply(this);
        }
    }

    private record Question(Shelf shelf, long quota) {}

    /** Among the first so many. */
    Mono<Share> room(Shelf shelf, long quota) {
        return Mono.defer(() -> {
            var look = looks.get(new Question(shelf, quota), this::begun);
            var turn = look.turns.getAndIncrement();
            return look.room.map(room -> new Share(room, turn, look));
        });
    }

    /** Somebody was beaten, or found his turn behind the last slot: who asks from now on has to look anew, unless somebody does so already. */
    void outdated(Look look) {
        looks.asMap().remove(look.question, look);
    }

    private Look begun(Question question) {
        return new Look(question, look -> slots.room(question.shelf(), question.quota())
                .timeout(ANSWERED_WITHIN)
                // Before the answer is handed out: whoever asks because of it asks anew.
                .doOnSuccess(found -> {
                    if (!found.goesOn()) {
                        outdated(look);
                    }
                })
                .doOnError(_ -> outdated(look))
                .cache());
    }
}
