package io.koobridge.provisioning.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A part of what the marketplace wants, and the signed time of the fact that set it.
 *
 * @param asOf decides which of two facts is the newer one (design §4)
 */
public record Part<T>(T value, Instant asOf) {

    /** Clocks of two senders may differ by this much; within it, the order in the topic decides. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    boolean newerThan(Instant other) {
        return other.plus(TOLERANCE).isBefore(asOf);
    }

    boolean setBefore(Instant other) {
        return asOf.isBefore(other);
    }
}
