package io.koobridge.service.config;

import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.service.ledger.Lease;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * How a service works through its ledger (design §5).
 *
 * @param sweepInterval how often forgotten work is looked for; above 0
 * @param sweepGrace how far past its due time work counts as forgotten; above 0
 * @param lease how long a worker that died keeps others away; nine tenths of it are longer than any outside call
 */
@ConfigurationProperties("koobridge.ledger")
public record LedgerProperties(
        @DefaultValue("30s") Duration sweepInterval,
        @DefaultValue("2m") Duration sweepGrace,
        @DefaultValue("60s") Duration lease) {

    private static final String OPEN_API_CALL = "koobridge.open-api.call-timeout";

    public LedgerProperties {
        positive("koobridge.ledger.sweep-interval", sweepInterval);
        positive("koobridge.ledger.sweep-grace", sweepGrace);
        positive("koobridge.ledger.lease", lease);
    }

    /**
     * A lease is held before each outside call, and must outlive it.
     *
     * @throws IllegalArgumentException naming both keys
     */
    public void requireOutlives(String key, Duration call) {
        var outlasting = Lease.outlasting(lease);
        if (outlasting.compareTo(call) <= 0) {
            throw new IllegalArgumentException("nine tenths of koobridge.ledger.lease (%s) must be longer than %s (%s)"
                    .formatted(outlasting, key, call));
        }
    }

    /**
     * The same of calls of the marketplace, which are made as long as its client allows.
     *
     * @throws IllegalArgumentException naming both keys
     */
    public void requireOutlivesOpenApi(Environment settings) {
        requireOutlives(
                OPEN_API_CALL,
                Binder.get(settings).bind(OPEN_API_CALL, Duration.class).orElse(OutsideLimits.LONGEST_CALL));
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s must be positive, is %s".formatted(key, value));
        }
    }
}
