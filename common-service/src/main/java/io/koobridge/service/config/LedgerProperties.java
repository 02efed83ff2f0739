package io.koobridge.service.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service works through its ledger (design §5).
 *
 * @param sweepInterval how often forgotten work is looked for; above 0
 * @param sweepGrace how far past its due time work counts as forgotten; above 0
 * @param lease how long a worker that died keeps others away; longer than any outside call
 */
@ConfigurationProperties("koobridge.ledger")
public record LedgerProperties(
        @DefaultValue("30s") Duration sweepInterval,
        @DefaultValue("2m") Duration sweepGrace,
        @DefaultValue("60s") Duration lease) {

    public LedgerProperties {
        positive("koobridge.ledger.sweep-interval", sweepInterval);
        positive("koobridge.ledger.sweep-grace", sweepGrace);
        positive("koobridge.ledger.lease", lease);
    }

    /**
     * A lease is renewed before each outside call and must outlive it.
     *
     * @throws IllegalArgumentException naming both keys
     */
    public void requireOutlives(String key, Duration call) {
        if (lease.compareTo(call) <= 0) {
            throw new IllegalArgumentException(
                    "koobridge.ledger.lease (%s) must be longer than %s (%s)".formatted(lease, key, call));
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s must be positive, is %s".formatted(key, value));
        }
    }
}
