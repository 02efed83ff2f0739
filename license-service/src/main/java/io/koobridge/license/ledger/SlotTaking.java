package io.koobridge.license.ledger;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.license.ledger.SharedLooks.Share;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.license.ledger.SlotTable.Taking;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
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

    /** The same for many, the first round of which is one write: the applications that have a slot then. */
    Mono<Set<String>> takeAll(Collection<Claim> claims) {
        return Flux.fromIterable(claims)
                .flatMap(this::looked, claims.size() + 1)
                .filter(turn -> !turn.share().room().none())
                .collectList()
                .flatMap(turns -> inserted(turns).flatMap(won -> Flux.fromIterable(turns)
                        .flatMap(
                                turn -> ended(turn, won, 0)
                                        .map(_ -> turn.claim().application()),
                                turns.size() + 1)
                        .collect(Collectors.toSet())));
    }

    /** What somebody wants, and where he is to look. */
    private record Turn(Claim claim, Share share) {

        Optional<Taking> taking() {
            var number = share.room().slot(share.turn());
            return number.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Taking(
                            new Slot(claim.shelf(), number.getAsLong()), claim.application(), claim.reservedAt()));
        }
    }

    private Mono<Turn> looked(Claim claim) {
        return looks.room(claim.shelf(), claim.quota()).map(share -> new Turn(claim, share));
    }

    private Mono<Set<Taking>> inserted(List<Turn> turns) {
        return slots.insertAll(
                turns.stream().map(Turn::taking).flatMap(Optional::stream).toList());
    }

    private Mono<OrderKey> round(Claim claim, int rounds) {
        if (rounds == ROUNDS_AT_MOST) {
            return Mono.error(new IllegalStateException("others were quicker in %d rounds".formatted(rounds)));
        }
        return looked(claim).filter(turn -> !turn.share().room().none()).flatMap(turn -> inserted(List.of(turn))
                .flatMap(won -> ended(turn, won, rounds)));
    }

    /** Whoever shares a look with more than there are free ones looks again once these have had their turn. */
    private Mono<OrderKey> ended(Turn turn, Set<Taking> won, int rounds) {
        var claim = turn.claim();
        var again = Mono.defer(() -> {
            looks.outdated(turn.share().look());
            return round(claim, rounds + 1);
        });
        return turn.taking()
                .map(taking -> won.contains(taking)
                        ? Mono.just(claim.shelf().order())
                        : slots.of(claim.application()).switchIfEmpty(again))
                .orElseGet(() -> Mono.delay(TURN).then(again));
    }
}
