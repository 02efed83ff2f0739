package io.koobridge.license.ledger;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.license.ledger.SharedLooks.Share;
import io.koobridge.license.ledger.Slot.Shelf;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds a free slot and takes it. The unique {@code _id} alone says who wins; where to look is a guess, and whoever was beaten looks again. As long as
 * a shelf has slots that nobody ever had, looking costs one entry of an index, however many licences the order has, and mostly nothing.
 */
final class SlotTaking {

    /** Whoever looks that often is not told that nothing is left: nobody knows. */
    private static final int ROUNDS_AT_MOST = 500;

    /** A write takes about as long; whoever looked again at once would only keep the store from it. */
    private static final Duration TURN = Duration.ofMillis(5);

    private final SlotTable slots;
    private final SharedLooks looks;

    SlotTaking(SlotTable slots) {
        this.slots = slots;
        this.looks = new SharedLooks(slots);
    }

    /**
     * What is to be taken.
     *
     * @param quota how many slots the shelf has
     * @param reservedAt absent: for good
     */
    record Claim(
            Shelf shelf,
            long quota,
            String application,
            @Nullable Instant reservedAt) {}

    /**
     * The order of the application's slot then, also of one that another call of its own was quicker to take; empty when none is left, and then
     * such a call may have had the last one.
     */
    Mono<OrderKey> take(Claim claim) {
        return round(claim, 0);
    }

    private Mono<OrderKey> round(Claim claim, int rounds) {
        if (rounds == ROUNDS_AT_MOST) {
            return Mono.error(new IllegalStateException("others were quicker in %d rounds".formatted(rounds)));
        }
        return looks.room(claim.shelf(), claim.quota())
                .flatMap(share -> share.room().none() ? Mono.empty() : tried(claim, share, rounds));
    }

    /** Whoever shares a look with more than there are free ones looks again once these have had their turn. */
    private Mono<OrderKey> tried(Claim claim, Share share, int rounds) {
        var again = Mono.defer(() -> {
            looks.outdated(claim.shelf(), claim.quota());
            return round(claim, rounds + 1);
        });
        var number = share.room().slot(share.turn());
        return number.isEmpty()
                ? Mono.delay(TURN).then(again)
                : slots.insert(new Slot(claim.shelf(), number.getAsLong()), claim.application(), claim.reservedAt())
                        .flatMap(won -> won
                                ? Mono.just(claim.shelf().order())
                                : slots.of(claim.application()).switchIfEmpty(again));
    }
}
