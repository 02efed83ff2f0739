package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code KOOBRIDGE_TIME_ORIGIN} and {@code KOOBRIDGE_TIME_SPEED} (design §9).
 *
 * @param origin required with a {@code speed} other than 1: real instant from which on marketplace time runs faster
 * @param speed how much faster; above 0, at most 1000000
 */
@ConfigurationProperties("koobridge.time")
public record TimeSettings(
        @Nullable Instant origin, @DefaultValue("1") double speed) {
    public TimeSettings {
        if (!(speed > 0) || speed > 1e6) {
            throw new IllegalArgumentException("koobridge.time.speed must be above 0 and at most 1000000");
        }
        if (speed != 1 && origin == null) {
            throw new IllegalArgumentException("koobridge.time.speed needs koobridge.time.origin, an instant such as"
                    + " 2026-11-22T09:00:00Z: without it two processes would not agree on the time");
        }
    }

    public BusinessClock clock(Clock real) {
        return origin == null ? BusinessClock.uncompressed(real) : new BusinessClock(real, origin, speed);
    }
}
