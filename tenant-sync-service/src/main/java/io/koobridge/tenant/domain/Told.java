package io.koobridge.tenant.domain;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Stale;
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

    /** What a debugging call takes away was never meant for anybody real (tenant-sync §4.7). */
    static <S> Outcome<S> onlyDebugging() {
        return new Stale<>("told by a debugging call, known from a real one");
    }

    /** The instance through which something was told. */
    static String through(@Nullable String instanceId) {
        return instanceId == null ? Tenant.CREDENTIAL : instanceId;
    }
}
