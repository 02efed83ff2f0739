package io.koobridge.provisioning.reconcile;

import io.koobridge.provisioning.domain.OrderKind;
import io.koobridge.provisioning.domain.Sighting;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which orders there should be calls for. Notifications come for products of every type, hardware and services too. */
public final class Expectations {

    /**
     * V1's release names the order of the subscription, or none, and never this one (saas-v1 §3.4, A13). A License's cancelled renewal names the
     * renewal (license §3.2).
     */
    private static final String UNSUBSCRIBE = "UNSUBSCRIBE";

    private final Set<String> products;
    private final OrderKnowledge knowledge;

    /** Whether an order should be known. */
    public enum Expectation {
        EXPECTED,
        /** Perhaps: nobody said which products are served here, and no instance of this one was ever seen. */
        UNCERTAIN,
        NOT_EXPECTED
    }

    /** @param products whose orders should be known; none: those of which there are instances */
    public Expectations(List<String> products, OrderKnowledge knowledge) {
        this.products = Set.copyOf(products);
        this.knowledge = knowledge;
    }

    /** An order that names no product could be any product's. */
    Mono<Expectation> of(Sighting sighting) {
        if (OrderKind.of(sighting.details().orderType()) == OrderKind.OTHER) {
            return Mono.just(Expectation.NOT_EXPECTED);
        }
        var expectation = byProduct(sighting);
        return sighting.details().orderType().equals(UNSUBSCRIBE)
                ? knowledge
                        .leavesUnsubscriptionsUnnamed(sighting.productIds())
                        .flatMap(unnamed -> unnamed ? Mono.just(Expectation.NOT_EXPECTED) : expectation)
                : expectation;
    }

    /** Whether the product of this finding is served after all. */
    Mono<Boolean> serves(String productId) {
        return products.contains(productId) ? Mono.just(true) : knowledge.serves(List.of(productId));
    }

    private Mono<Expectation> byProduct(Sighting sighting) {
        if (sighting.productIds().isEmpty()) {
            return Mono.just(Expectation.EXPECTED);
        }
        if (!products.isEmpty()) {
            return Mono.just(
                    sighting.productIds().stream().anyMatch(products::contains)
                            ? Expectation.EXPECTED
                            : Expectation.NOT_EXPECTED);
        }
        return knowledge
                .serves(sighting.productIds())
                .map(served -> served ? Expectation.EXPECTED : Expectation.UNCERTAIN);
    }
}
