package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.order.OrderFact;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderDecisions;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;

/** What a notification does to an observed order; it names the document that it is for. */
public final class OrderRules implements FactRules<OrderFact, ObservedOrder> {

    @Override
    public Outcome<ObservedOrder> decide(@Nullable ObservedOrder current, Event<? extends OrderFact> event) {
        return OrderDecisions.decide(current, event);
    }

    @Override
    public Outcome<ObservedOrder> retry(@Nullable ObservedOrder current) {
        return OrderDecisions.retry(current);
    }
}
