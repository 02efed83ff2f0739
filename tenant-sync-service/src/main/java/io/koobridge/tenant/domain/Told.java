package io.koobridge.tenant.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something was told, and whether that is news. */
final class Told {

    /** Within this time the order in the topic decides (design §4). */
    private static final Duration NO_ORDER = Duration.ofSeconds(5);

    private Told() {}

    /** Whether what is known is newer than what is told now, by more than clocks may differ. */
    static boolean stale(@Nullable Instant known, Instant told) {
        return known != null && told.isBefore(known.minus(NO_ORDER));
    }

    /** The later of both: within the time that has no order, nothing becomes older by being told. */
    static Instant later(@Nullable Instant known, Instant told) {
        return known == null || told.isAfter(known) ? told : known;
    }
}
