package io.koobridge.provisioning.reconcile;

import io.koobridge.provisioning.domain.ObservedOrder;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the ledger of instances knows of orders. */
public interface OrderKnowledge {

    /** The instance that the order belongs to; empty when no call of those that belong to it has come. */
    Mono<String> instanceOf(ObservedOrder order);

    /** Whether an instance was sold as one of these products. */
    Mono<Boolean> serves(List<String> productIds);

    /** Whether all instances of these products, and there are some, were sold by calls of V1. */
    Mono<Boolean> servesByV1Alone(List<String> productIds);
}
