package io.koobridge.service.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one replica counts what stands in the store (design §8).
 *
 * @param interval from one round to the next; a question that takes longer than this is given up. Longer for large ledgers
 */
@ConfigurationProperties("koobridge.gauges")
public record GaugeProperties(@DefaultValue("30s") Duration interval) {

    /** A replica that dies leaves a gap of so many intervals; one that is slow keeps its lease through as many. */
    private static final int INTERVALS_HELD = 3;

    public GaugeProperties {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("koobridge.gauges.interval must be positive, is " + interval);
        }
    }

    Duration lease() {
        return interval.multipliedBy(INTERVALS_HELD);
    }
}
