package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.gateway.address.ProductionAddress;
import java.time.Instant;

/**
 * What came with a command.
 *
 * @param signedAt the marketplace's time
 * @param receivedAt ours
 * @param traceparent W3C trace context
 */
public record Circumstances(
        ProductionAddress address, Instant signedAt, Instant receivedAt, String traceparent, Deadline deadline) {

    /** A fact that was told under them. */
    Event<InstanceFact> event(String factId, String instanceId, InstanceFact fact) {
        return told(factId, instanceId, fact);
    }

    /** The same of an order. */
    Event<OrderFact> event(String factId, String order, OrderFact fact) {
        return told(factId, order, fact);
    }

    private <F> Event<F> told(String factId, String subject, F fact) {
        return new Event<>(factId, subject, address.path(), signedAt, receivedAt, traceparent, fact);
    }
}
