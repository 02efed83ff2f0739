package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;

/** What the marketplace says was bought. */
@FunctionalInterface
public interface OrderQuery {

    /**
     * Asks; returns within 20 s.
     *
     * @param instanceId whose order it is: contact data in the answer is sealed for it
     */
    Answer find(String instanceId, LookUp lookUp);

    /** An order, or why there is none yet. */
    sealed interface Answer {
        /**
         * There it is.
         *
         * @param products how many the order line has; {@code details} tell of the one that was asked for if it is there, else
         *     of the first
         */
        record Found(OrderDetails details, int products) implements Answer {}

        /** Not now: unreachable, refused, or an order that the marketplace does not show yet. */
        record NotNow(String why) implements Answer {}
    }
}
