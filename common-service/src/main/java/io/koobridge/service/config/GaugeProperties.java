package io.koobridge.service.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one replica counts what stands in the store (design §8).
 *
 * @param interval from one round to the next; a question that takes longer than this, or than 30 s, is given up. Longer for large ledgers
 */
@ConfigurationProperties("koobridge.gauges")
public record GaugeProperties(@DefaultValue("30s") Duration interval) {

    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(30);

    public GaugeProperties {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("koobridge.gauges.interval must be positive, is " + interval);
        }
    }

    /** For one question. */
    Duration patience() {
        return interval.compareTo(LONGEST_QUESTION) < 0 ? interval : LONGEST_QUESTION;
    }

    /**
     * From one question to the next one it may take so long, in the next round too. Not longer: a replica that is killed
     * keeps the others from counting until then.
     */
    Duration lease() {
        return interval.plus(patience());
    }
}
