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
        record Found(OrderDetails details) implements Answer {}

        /** Not now: unreachable, refused, or an order that the marketplace does not show yet. */
        record NotNow(String why) implements Answer {}
    }
}
