package io.koobridge.simulator.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Marketplace time: real time, which from {@code origin} on runs {@code speed} times as fast (design §9). The origin is a real instant,
 * so that every process that is given the same two values tells the same time. Signatures and time-outs never use it.
 */
public final class BusinessClock {
    private final Clock real;
    private final Instant origin;
    private final double speed;

    public BusinessClock(Clock real, Instant origin, double speed) {
        this.real = real;
        this.origin = origin;
        this.speed = speed;
    }

    public static BusinessClock uncompressed(Clock real) {
        return new BusinessClock(real, Instant.EPOCH, 1);
    }

    public Instant now() {
        Instant now = real.instant();
        Duration since = Duration.between(origin, now);
        return since.isNegative() ? now : origin.plus(scaled(since, speed));
    }

    /** How long one has to wait in real time until marketplace time is {@code then}; zero when it has passed. */
    public Duration realTimeUntil(Instant then) {
        Duration left = Duration.between(now(), then);
        return left.isNegative() ? Duration.ZERO : scaled(left, 1 / speed);
    }

    /** How long ago {@code then} was in real time. */
    public Duration realTimeSince(Instant then) {
        return scaled(Duration.between(then, now()), 1 / speed);
    }

    /** What a real duration is in marketplace time. */
    public Duration compressed(Duration realTime) {
        return scaled(realTime, speed);
    }

    private static Duration scaled(Duration duration, double factor) {
        if (factor == 1) {
            return duration;
        }
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
