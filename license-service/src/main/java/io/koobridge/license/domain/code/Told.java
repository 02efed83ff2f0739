package io.koobridge.license.domain.code;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is known of a code, and the time as of which it was told.
 *
 * @param asOf decides which of two is the newer one (design §4)
 */
public record Told<T>(T value, Instant asOf) {

    /** Clocks of two senders may differ by this much; within it, the order in the topic decides. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** The value from now on. Its time never goes back, though the order in the topic may. */
    static <T> Told<T> since(@Nullable Told<?> before, T value, Instant asOf) {
        return new Told<>(value, before != null && before.asOf().isAfter(asOf) ? before.asOf() : asOf);
    }

    /** Whether what is told as of then comes too late to change this. */
    boolean overrules(Instant other) {
        return other.plus(TOLERANCE).isBefore(asOf);
    }
}
