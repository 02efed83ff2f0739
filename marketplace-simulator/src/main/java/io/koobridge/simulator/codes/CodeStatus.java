package io.koobridge.simulator.codes;

import io.koobridge.simulator.life.Belief;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.Release;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.SetStatus;
import java.time.Instant;
import java.util.List;

/** What the marketplace says of a code. The documented query has three words; a code that was never activated has none. */
public enum CodeStatus {
    NOT_ACTIVATED,
    ALIVE,
    EXPIRED,
    RELEASED;

    /** By the marketplace's own books, whether the seller has heard of it or not. */
    static CodeStatus of(Sale sale, boolean activated, Instant now) {
        Belief.Wanted wanted = wanted(sale);
        Instant end = sale.books().expiresAt();
        if (wanted == Belief.Wanted.RELEASED) {
            return RELEASED;
        }
        if (wanted == Belief.Wanted.FROZEN || (end != null && end.isBefore(now))) {
            // Frozen is what has expired beyond its grace period (license §4.2).
            return EXPIRED;
        }
        return activated ? ALIVE : NOT_ACTIVATED;
    }

    /** What was asked for last. */
    private static Belief.Wanted wanted(Sale sale) {
        List<Deed> newestFirst = sale.trail().deeds().reversed();
        if (sale.released() || newestFirst.stream().anyMatch(deed -> deed.step() instanceof Release)) {
            return Belief.Wanted.RELEASED;
        }
        for (Deed deed : newestFirst) {
            if (deed.step() instanceof SetStatus status) {
                return status.frozen() ? Belief.Wanted.FROZEN : Belief.Wanted.ACTIVE;
            }
        }
        Belief belief = sale.seen().belief();
        return belief == null ? Belief.Wanted.ACTIVE : belief.wanted().value();
    }
}
