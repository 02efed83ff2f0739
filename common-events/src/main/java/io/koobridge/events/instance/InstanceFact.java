package io.koobridge.events.instance;

/** Something the marketplace told, or an order query taught, about one instance; which one is the event's subject. */
public sealed interface InstanceFact {

    /** An order was paid. Says nothing about what was bought: V2 leaves that to the order query (saas-v2 §3.1). */
    record InstancePurchased(InstanceKind kind, OrderKey order) implements InstanceFact {}

    /** Expired, or in breach of the rules: unusable, data kept (saas-v2 §2.6). */
    record InstanceFrozen() implements InstanceFact {}

    /** Renewed, or the breach is cured. */
    record InstanceUnfrozen() implements InstanceFact {}

    /** Not renewed, or unsubscribed: delete it. */
    record InstanceReleased() implements InstanceFact {}

    /**
     * What an order query taught (design §4, "one door"). Sets a part of the wanted state only where that part is unset
     * or older.
     */
    record OrderLearned(OrderKey order, OrderDetails details) implements InstanceFact {}
}
