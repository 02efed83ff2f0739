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

    /** Whether calls about these products, and there are some, need not name the order of an unsubscription. */
    Mono<Boolean> leavesUnsubscriptionsUnnamed(List<String> productIds);
}
