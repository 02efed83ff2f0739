package io.koobridge.simulator.playing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real-time limit that can be brought forward. */
final class ChaosTime {
    private volatile long endNanos;

    ChaosTime(Duration length) {
        this.endNanos = System.nanoTime() + length.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }

    void endNow() {
        endNanos = System.nanoTime();
    }

    Duration left(Duration atMost) {
        long left = Math.max(0, endNanos - System.nanoTime());
        return Duration.ofNanos(Math.min(left, atMost.toNanos()));
    }

    long secondsLeft() {
        return TimeUnit.NANOSECONDS.toSeconds(Math.max(0, endNanos - System.nanoTime()));
    }
}
