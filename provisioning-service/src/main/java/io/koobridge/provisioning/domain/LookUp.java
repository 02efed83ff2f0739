package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order that has to be asked about, because a call named it and did not say what was bought. */
public record LookUp(OrderKey order, Cause cause, Told told) {

    /** What the call wanted with the order. */
    public enum Purpose {
        PURCHASE,
        TERM,
        UPGRADE
    }

    /**
     * The fact that made it necessary.
     *
     * @param asOf what is learned is as old as this
     */
    public record Cause(Purpose purpose, String factId, Instant asOf) {}

    /** What the call itself said, which the order should confirm. */
    public record Told(
            @Nullable Instant expiresAt, @Nullable String productId) {

        static final Told NOTHING = new Told(null, null);
    }

    static LookUp forPurchase(Event<InstancePurchased> event) {
        return new LookUp(event.data().order(), cause(Purpose.PURCHASE, event), Told.NOTHING);
    }

    static LookUp forTerm(Event<TermChanged> event) {
        var term = event.data();
        return new LookUp(term.order(), cause(Purpose.TERM, event), new Told(term.expiresAt(), term.productId()));
    }

    static LookUp forUpgrade(Event<UpgradeOrdered> event) {
        return new LookUp(event.data().order(), cause(Purpose.UPGRADE, event), Told.NOTHING);
    }

    /**
     * What the order taught, as a fact like any other (design §4, "one door").
     *
     * @param source who asked
     */
    public Event<OrderLearned> learned(String instanceId, OrderDetails details, String source, Instant now) {
        return new Event<>(learnedId(), instanceId, source, cause.asOf(), now, null, new OrderLearned(order, details));
    }

    String learnedId() {
        return FactIds.learned(cause.factId(), order);
    }

    private static Cause cause(Purpose purpose, Event<?> event) {
        return new Cause(purpose, event.id(), event.asOf());
    }
}
