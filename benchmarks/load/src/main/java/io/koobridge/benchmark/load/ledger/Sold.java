package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.time.Instant;

/** One of many instances: everything of it follows from its number. */
record Sold(int number) {

    private static final String SOURCE = "/koogallery/saas";

    OrderKey order() {
        var id = orderId();
        return new OrderKey(id, id + "-000001", null);
    }

    String orderId() {
        return "BM%011d".formatted(number);
    }

    String instanceId() {
        return InstanceIds.derive(Surroundings.SELLER, InstanceKind.SAAS, order());
    }

    String purchaseId() {
        return FactIds.ofPurchase(InstanceKind.SAAS, order());
    }

    /** As {@code order-aliases} has it. */
    String alias() {
        return InstanceKind.SAAS.name() + ':' + order().canonical();
    }

    Event<InstanceFact> purchased(Instant now) {
        return event(purchaseId(), now, new InstancePurchased(InstanceKind.SAAS, order()));
    }

    Event<InstanceFact> frozen(Instant now) {
        return event(FactIds.ofCall("benchmark", "key", "freeze", orderId()), now, new InstanceFrozen());
    }

    private Event<InstanceFact> event(String id, Instant now, InstanceFact fact) {
        return new Event<>(id, instanceId(), SOURCE, now, now, null, fact);
    }
}
