package io.koobridge.provisioning.messaging;

import io.koobridge.events.Event;
import io.koobridge.events.order.OrderIds;
import io.koobridge.events.order.OrderObserved;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.reconcile.Snapshots;
import io.koobridge.service.state.StatePublisher;
import java.time.Clock;
import java.util.Optional;

/** Publishes what was seen of an order on {@code koobridge.state.orders}. */
public final class OrderSnapshots implements Snapshots<ObservedOrder> {

    private static final String SOURCE = "/provisioning-service";

    private final StatePublisher<OrderObserved> publisher;
    private final Clock clock;

    public OrderSnapshots(StatePublisher<OrderObserved> publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void publish(ObservedOrder order, long version) {
        var now = clock.instant();
        var trace = Trace.current();
        var id = OrderIds.of(order.order());
        publisher.publish(new Event<>(
                id + '@' + version,
                id,
                SOURCE,
                now,
                now,
                trace == null ? null : trace.toString(),
                new OrderObserved(
                        order.order().orderId(),
                        order.order().orderLineId(),
                        Optional.ofNullable(order.sighting())
                                .map(Sighting::details)
                                .orElse(null),
                        order.comparison(),
                        order.instanceId(),
                        order.failure(),
                        order.notifiedAt(),
                        version)));
    }
}
