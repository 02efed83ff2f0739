package io.koobridge.provisioning.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of what the marketplace wants, and the signed time of the fact that set it.
 *
 * @param asOf decides which of two facts is the newer one (design §4)
 */
public record Part<T>(T value, Instant asOf) {

    /** Clocks of two senders may differ by this much; within it, the order in the topic decides. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** The value from now on. Its time never goes back, though the order in the topic may. */
    static <T> Part<T> since(@Nullable Part<T> before, T value, Instant asOf) {
        return new Part<>(value, before != null && before.asOf().isAfter(asOf) ? before.asOf() : asOf);
    }

    boolean newerThan(Instant other) {
        return newer(asOf, other);
    }

    /** By more than clocks may differ. */
    static boolean newer(Instant one, Instant other) {
        return other.plus(TOLERANCE).isBefore(one);
    }

    boolean setBefore(Instant other) {
        return asOf.isBefore(other);
    }
}
