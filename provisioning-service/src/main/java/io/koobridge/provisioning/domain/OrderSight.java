package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderKey;

/** What the marketplace says of an order that it told about, whatever was sold. */
@FunctionalInterface
public interface OrderSight {

    /**
     * Asks; returns within 20 s.
     *
     * @param subject under which the question stands in traces and logs
     * @param order whose product does not count
     */
    Seen look(String subject, OrderKey order);

    /** The order, or why it is not to be seen. */
    sealed interface Seen {

        record Found(Sighting sighting) implements Seen {}

        /** Nothing is known of the order: the marketplace is away, busy, or does not believe us. */
        record NotNow(String why) implements Seen {}

        /**
         * The marketplace understood, and shows no such order to this seller. Just after the notification that may change; hours later it is a
         * refusal for good.
         */
        record Denied(String why) implements Seen {}
    }
}
