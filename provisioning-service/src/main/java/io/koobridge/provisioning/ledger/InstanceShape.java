package io.koobridge.provisioning.ledger;

import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;

/** Instances as the ledger sees them. */
public final class InstanceShape implements Shape<Instance> {

    /** An order is refunded three hours after it could not be provisioned (saas-v2 §10): creation is urgent. */
    private static final Duration CREATION = Duration.ofMinutes(15);

    private static final Duration ANY_OTHER = Duration.ofHours(2);

    @Override
    public Class<Instance> type() {
        return Instance.class;
    }

    @Override
    public long generation(Instance instance) {
        return instance.generation();
    }

    @Override
    public String phase(Instance instance) {
        return instance.phase().name();
    }

    @Override
    public String orderId(Instance instance) {
        return instance.order().orderId();
    }

    @Override
    public Duration patience(Instance instance) {
        return instance.ready() ? ANY_OTHER : CREATION;
    }
}
