package io.koobridge.license.ledger;

import io.koobridge.license.ledger.SharedCounts.Share;
import io.koobridge.license.ledger.Slot.Shelf;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds a free slot and takes it. The unique {@code _id} alone says who wins; where to look is a guess that costs one count, however many licences an
 * order has. Slots are taken from the front, so as many as are taken is the first free one, unless somebody was quicker or one was freed.
 */
final class SlotTaking {

    /** So often a guess may be wrong before it is looked up which slots are free. */
    private static final int GUESSES = 3;

    /** Among so many free ones each chooses his own, so that not all run for the same. */
    private static final int SPREAD = 64;

    /** Whoever loses that often is not told that nothing is left: nobody knows. */
    private static final int ROUNDS_AT_MOST = 500;

    private final SlotTable slots;
    private final SharedCounts counts;
    private final RandomGenerator random;

    SlotTaking(SlotTable slots, RandomGenerator random) {
        this.slots = slots;
        this.counts = new SharedCounts(slots);
        this.random = random;
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
     * How it went so far.
     *
     * @param lost how often somebody else had the slot
     */
    private record Course(int rounds, int lost) {

        Course waited() {
            return new Course(rounds + 1, lost);
        }

        Course beaten() {
            return new Course(rounds + 1, lost + 1);
        }
    }

    /** Whether the application has a slot then; also one that another call of its own was quicker to take. */
    Mono<Boolean> take(Claim claim) {
        return round(claim, new Course(0, 0));
    }

    private Mono<Boolean> round(Claim claim, Course course) {
        if (course.rounds() == ROUNDS_AT_MOST) {
            return Mono.error(new IllegalStateException("others were quicker %d times".formatted(course.lost())));
        }
        return counts.taken(claim.shelf(), claim.quota()).flatMap(share -> {
            if (share.taken() >= claim.quota()) {
                return slots.has(claim.application());
            }
            return course.lost() < GUESSES ? guessed(claim, share, course) : lookedUp(claim, course);
        });
    }

    /** Whoever shares a count with more than there are free ones looks again once these have had their turn. */
    private Mono<Boolean> guessed(Claim claim, Share share, Course course) {
        return share.turn() < claim.quota() - share.taken()
                ? tried(claim, share.taken() + share.turn(), course)
                : Mono.defer(() -> round(claim, course.waited()));
    }

    private Mono<Boolean> lookedUp(Claim claim, Course course) {
        return slots.numbers(claim.shelf(), claim.quota())
                .flatMap(numbers -> Mono.justOrEmpty(anyFree(numbers, claim.quota())))
                .flatMap(free -> tried(claim, free, course))
                .switchIfEmpty(Mono.defer(() -> slots.has(claim.application())));
    }

    private @Nullable Long anyFree(Set<Long> taken, long quota) {
        var free = LongStream.range(0, Math.min(quota, taken.size() + SPREAD))
                .filter(number -> !taken.contains(number))
                .toArray();
        return free.length == 0 ? null : free[random.nextInt(free.length)];
    }

    private Mono<Boolean> tried(Claim claim, long number, Course course) {
        return slots.insert(new Slot(claim.shelf(), number), claim.application(), claim.reservedAt())
                .flatMap(won -> won ? Mono.just(true) : lost(claim, course));
    }

    private Mono<Boolean> lost(Claim claim, Course course) {
        return slots.has(claim.application())
                .flatMap(has -> has ? Mono.just(true) : Mono.defer(() -> round(claim, course.beaten())));
    }
}
