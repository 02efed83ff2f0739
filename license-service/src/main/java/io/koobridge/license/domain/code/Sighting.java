package io.koobridge.license.domain.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace's query said of a code (license §5.4), which counts until it is asked again.
 *
 * @param at when it was asked
 * @param activatedAt when the code came into use; absent when it did not, or it was not told
 */
public record Sighting(Instant at, Status status, @Nullable Instant activatedAt) {

    /** The marketplace's word, and the two ways in which it has none. */
    public enum Status {
        ALIVE,
        EXPIRED,
        RELEASED,
        /** 92020011. */
        NOT_ACTIVATED,
        /** 92020005. */
        UNKNOWN
    }

    /** Whether a code of which that is said is or was in use. */
    public boolean shownInUse() {
        return switch (status) {
            case ALIVE, EXPIRED, RELEASED -> true;
            case NOT_ACTIVATED, UNKNOWN -> false;
        };
    }
}
