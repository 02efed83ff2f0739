package io.koobridge.gateway.command;

import java.time.Duration;

/** Until when a call must be answered. Runs on the machine's monotonic time, which no clock adjustment moves. */
public final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The same, this much later. */
    public Deadline plus(Duration time) {
        return new Deadline(at + time.toNanos());
    }

    /** What is left; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }

    /** What is left, but not more than this. */
    public Duration atMost(Duration limit) {
        var remaining = remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }
}
