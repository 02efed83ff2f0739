package io.koobridge.events.order;

import io.koobridge.events.instance.OrderKey;

/** Something the marketplace told about one order line, whatever was sold; which one is the event's subject ({@link OrderIds}). */
public sealed interface OrderFact {

    /**
     * An order was paid: a purchase, a renewal, a change or an unsubscription. Which of them, the order query tells
     * (order-notification §1).
     *
     * @param orderId 1 to 64 characters
     * @param orderLineId 1 to 64 characters
     */
    record OrderNotified(String orderId, String orderLineId) implements OrderFact {

        public OrderNotified {
            var unused = new OrderKey(orderId, orderLineId, null);
        }

        /** An order line is notified whole, whatever its products are. */
        public OrderKey order() {
            return new OrderKey(orderId, orderLineId, null);
        }
    }
}
