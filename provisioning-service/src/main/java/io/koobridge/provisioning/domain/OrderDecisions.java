package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderFact.OrderNotified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of an observed order. Pure, and without a clock: time is in what is told. */
public final class OrderDecisions {

    private OrderDecisions() {}

    /**
     * A repeated notification triggers nothing new, unless the first one ended in a refusal for good (order-notification §7). Renewals, changes
     * and unsubscriptions have orders of their own, so none of them is taken for a repetition.
     */
    public static Outcome<ObservedOrder> decide(@Nullable ObservedOrder current, Event<? extends OrderFact> event) {
        return switch (event.data()) {
            case OrderNotified order -> notified(current, event.map(_ -> order));
        };
    }

    private static Outcome<ObservedOrder> notified(@Nullable ObservedOrder current, Event<OrderNotified> event) {
        if (current == null) {
            return new Applied<>(ObservedOrder.notified(event));
        }
        var told = current.notifiedAt() == null ? current.alsoNotified(event.asOf()) : current;
        var next = told.failure() == null ? told : told.again();
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    /** Somebody asks once more for what was refused for good. */
    public static Outcome<ObservedOrder> retry(@Nullable ObservedOrder current) {
        return current == null || current.failure() == null ? new Unchanged<>() : new Applied<>(current.again());
    }

    /** An operator wants the order looked at from the beginning, whatever was known of it and whoever told of it. */
    public static Outcome<ObservedOrder> replay(@Nullable ObservedOrder current, OrderKey order, Instant now) {
        return new Applied<>(current == null ? ObservedOrder.askedFor(order, now) : current.again());
    }

    /** A call that belongs to it came after all, or before its grace is over. */
    public static Outcome<ObservedOrder> compareAgain(@Nullable ObservedOrder current) {
        return current == null || current.sighting() == null || current.comparison() == Comparison.KNOWN
                ? new Unchanged<>()
                : new Applied<>(current.toBeCompared());
    }
}
