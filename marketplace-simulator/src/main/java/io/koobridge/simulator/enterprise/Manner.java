package io.koobridge.simulator.enterprise;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of an operation are delivered. Everything is optional.
 *
 * @param hold not at all for now: {@code :deliver} does it later
 * @param copies how often each is sent, each time signed anew
 * @param lateSeconds by how much the bodies are older than their signatures
 * @param goOn also after a call that failed
 * @param fault of every call
 */
public record Manner(
        @Nullable Boolean hold,
        @Nullable Integer copies,
        @Nullable Long lateSeconds,
        @Nullable Boolean goOn,
        @Nullable KitFault fault) {
    private static final int MOST_COPIES = 5;
    private static final long LATEST = 35L * 24 * 3600;

    public static final Manner PLAIN = new Manner(null, null, null, null, null);

    public Manner {
        if (copies != null && (copies < 1 || copies > MOST_COPIES)) {
            throw new IllegalArgumentException("copies must be a number from 1 to " + MOST_COPIES);
        }
        if (lateSeconds != null && (lateSeconds < 0 || lateSeconds > LATEST)) {
            throw new IllegalArgumentException("lateSeconds must be a number from 0 to " + LATEST);
        }
    }

    boolean held() {
        return Boolean.TRUE.equals(hold);
    }

    boolean goesOn() {
        return Boolean.TRUE.equals(goOn);
    }

    int times() {
        return Objects.requireNonNullElse(copies, 1);
    }

    long late() {
        return Objects.requireNonNullElse(lateSeconds, 0L);
    }
}
