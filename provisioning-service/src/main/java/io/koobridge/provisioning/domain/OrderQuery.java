package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;

/** What the marketplace says was bought. */
@FunctionalInterface
public interface OrderQuery {

    /**
     * Asks; returns within 20 s.
     *
     * @param instanceId whose order it is: contact data in the answer is sealed for it
     */
    Answer find(String instanceId, OrderKey order);

    /** An order, or why there is none yet. */
    sealed interface Answer {
        /**
         * There it is.
         *
         * @param products how many the order line has; {@code details} tell of one
         */
        record Found(OrderDetails details, int products) implements Answer {}

        /** Not now: unreachable, refused, or an order that the marketplace does not show yet. */
        record NotNow(String why) implements Answer {}
    }
}
