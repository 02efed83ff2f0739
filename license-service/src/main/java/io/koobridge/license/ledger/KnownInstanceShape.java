package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;

/** Instances as the ledger sees them. */
public final class KnownInstanceShape implements Shape<KnownInstance> {

    /** Whoever bought a licence that comes with the purchase waits for it (license §7). */
    private static final Duration PURCHASE = Duration.ofMinutes(15);

    private static final Duration ANY_OTHER = Duration.ofHours(2);

    @Override
    public Class<KnownInstance> type() {
        return KnownInstance.class;
    }

    /** Of what provisioning made of it; nothing is wanted of an instance here. */
    @Override
    public long generation(KnownInstance instance) {
        return instance.snapshot().generation();
    }

    @Override
    public String phase(KnownInstance instance) {
        return instance.snapshot().phase().name();
    }

    @Override
    public String orderId(KnownInstance instance) {
        return instance.snapshot().order().orderId();
    }

    @Override
    public Duration patience(KnownInstance instance) {
        return instance.licensedWithPurchase() ? PURCHASE : ANY_OTHER;
    }
}
