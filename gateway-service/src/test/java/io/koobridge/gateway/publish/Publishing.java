package io.koobridge.gateway.publish;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.order.OrderFact;
import reactor.core.publisher.Mono;

/** Publishers of the families that a test is about; a fact of any other is a mistake. */
public final class Publishing {

    private Publishing() {}

    public static FactPublishers instances(FactPublisher<InstanceFact> instances) {
        return instancesAndOrders(instances, unexpected());
    }

    public static FactPublishers instancesAndOrders(
            FactPublisher<InstanceFact> instances, FactPublisher<OrderFact> orders) {
        return new FactPublishers(instances, orders, unexpected(), unexpected(), unexpected());
    }

    public static <F> FactPublisher<F> unexpected() {
        return fact -> Mono.error(new AssertionError("nobody told of " + fact));
    }
}
