package io.koobridge.provisioning.ledger;

import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;

/** Observed orders as the ledger sees them. */
public final class OrderShape implements Shape<ObservedOrder> {

    /** Nobody waits for it: the calls themselves come by another way. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Override
    public Class<ObservedOrder> type() {
        return ObservedOrder.class;
    }

    @Override
    public long generation(ObservedOrder order) {
        return order.generation();
    }

    @Override
    public String phase(ObservedOrder order) {
        return order.phase();
    }

    @Override
    public String orderId(ObservedOrder order) {
        return order.order().orderId();
    }

    @Override
    public Duration patience(ObservedOrder order) {
        return PATIENCE;
    }
}
