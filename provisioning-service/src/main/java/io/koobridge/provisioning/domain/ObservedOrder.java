package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderFact.OrderNotified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order line that somebody told of: the marketplace by a notification, or an operator.
 *
 * @param noticedAt when the first of them did; the grace counts from here
 * @param notifiedAt when the marketplace did, by its own clock; absent as long as only an operator did
 * @param generation rises whenever it is to be looked at anew
 * @param sighting absent until the order query showed it
 * @param instanceId whose order it is; only when it is KNOWN
 * @param failure why it was refused for good
 */
public record ObservedOrder(
        OrderKey order,
        Instant noticedAt,
        @Nullable Instant notifiedAt,
        long generation,
        @Nullable Sighting sighting,
        Comparison comparison,
        @Nullable String instanceId,
        @Nullable String failure) {

    static ObservedOrder notified(Event<OrderNotified> notification) {
        var at = notification.asOf();
        return fresh(notification.data().order(), at, at);
    }

    static ObservedOrder askedFor(OrderKey order, Instant now) {
        return fresh(order, now, null);
    }

    private static ObservedOrder fresh(OrderKey order, Instant noticedAt, @Nullable Instant notifiedAt) {
        return new ObservedOrder(order, noticedAt, notifiedAt, 1, null, Comparison.PENDING, null, null);
    }

    /** One word for the timeline. */
    public String phase() {
        return failure != null ? "REFUSED" : sighting == null ? "NOTIFIED" : comparison.name();
    }

    /** The order query showed it. */
    public ObservedOrder seen(Sighting what) {
        return new ObservedOrder(order, noticedAt, notifiedAt, generation, what, Comparison.PENDING, null, null);
    }

    /** The marketplace does not show it, for good. */
    public ObservedOrder refused(String why) {
        return new ObservedOrder(order, noticedAt, notifiedAt, generation, null, Comparison.PENDING, null, why);
    }

    /** It belongs to this instance. */
    public ObservedOrder knownBy(String instance) {
        return compared(Comparison.KNOWN, instance);
    }

    /** No instance has it; whether one should, the result says. */
    public ObservedOrder withoutInstance(Comparison result) {
        return compared(result, null);
    }

    private ObservedOrder compared(Comparison result, @Nullable String instance) {
        return new ObservedOrder(order, noticedAt, notifiedAt, generation, sighting, result, instance, failure);
    }

    ObservedOrder alsoNotified(Instant at) {
        return new ObservedOrder(order, noticedAt, at, generation, sighting, comparison, instanceId, failure);
    }

    /** From the beginning, as if it had just been told of. */
    ObservedOrder again() {
        return new ObservedOrder(order, noticedAt, notifiedAt, generation + 1, null, Comparison.PENDING, null, null);
    }

    /** The same order, to be compared once more. */
    ObservedOrder toBeCompared() {
        return new ObservedOrder(
                order, noticedAt, notifiedAt, generation + 1, sighting, Comparison.PENDING, null, null);
    }
}
