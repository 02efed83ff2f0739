package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.Order;

/** Whoever wants to know of each order as soon as it is paid. */
public interface OrderPaid {

    /** @param purchase order id of the purchase that it is about */
    void paid(Order order, String purchase);
}
