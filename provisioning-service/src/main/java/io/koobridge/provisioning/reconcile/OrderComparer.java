package io.koobridge.provisioning.reconcile;

import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderIds;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.finding.FindingKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Says whether an order is known, and whether it should be; a person hears of it when the two differ. */
public final class OrderComparer {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private final OrderKnowledge knowledge;
    private final Expectations expectations;
    private final FindingBook findings;

    public OrderComparer(OrderKnowledge knowledge, Expectations expectations, FindingBook findings) {
        this.knowledge = knowledge;
        this.expectations = expectations;
        this.findings = findings;
    }

    /** The instance that the order belongs to. What was found missing before is so no more. */
    Optional<String> known(ObservedOrder order) {
        return knowledge
                .instanceOf(order)
                .flatMap(instance -> notMissing(order).thenReturn(instance))
                .blockOptional(ANSWERED_WITHIN);
    }

    /** The marketplace does not show it: nobody can say any more that something is missing. */
    void refused(ObservedOrder order) {
        notMissing(order).block(ANSWERED_WITHIN);
    }

    /** What it means that no call has come in time. */
    Comparison missing(ObservedOrder order, Sighting sighting) {
        var result = expectations.of(sighting).flatMap(expectation -> switch (expectation) {
            case EXPECTED ->
                open(OrderIds.of(order.order()), OrderFinding.ORDER_UNKNOWN, missing(sighting))
                        .thenReturn(Comparison.UNKNOWN);
            case UNCERTAIN ->
                open(sighting.productIds().getFirst(), OrderFinding.PRODUCT_NOT_SERVED, unserved(order))
                        .then(notMissing(order))
                        .thenReturn(Comparison.NOT_EXPECTED);
            case NOT_EXPECTED -> notMissing(order).thenReturn(Comparison.NOT_EXPECTED);
        });
        return Objects.requireNonNull(result.block(ANSWERED_WITHIN));
    }

    private Mono<Void> notMissing(ObservedOrder order) {
        return findings.close(OrderIds.of(order.order()), OrderFinding.ORDER_UNKNOWN);
    }

    private Mono<Void> open(String subject, FindingKind kind, String detail) {
        return findings.open(subject, kind, detail);
    }

    private static String missing(Sighting sighting) {
        return "%s of %s was notified, and no call about an instance came for it"
                .formatted(
                        sighting.details().orderType(),
                        sighting.productIds().isEmpty()
                                ? "an unnamed product"
                                : String.join(", ", sighting.productIds()));
    }

    private static String unserved(ObservedOrder order) {
        return "order %s was notified, and there never was an instance of this product; if there should be, list it in koobridge.orders.expected-products"
                .formatted(order.order().orderId());
    }
}
