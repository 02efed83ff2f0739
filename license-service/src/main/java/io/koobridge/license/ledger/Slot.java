package io.koobridge.license.ledger;

import io.koobridge.events.instance.OrderKey;

/** One of an order's licences, counted from 0; {@code _id = instance|order|number} (design §6). */
record Slot(Shelf shelf, long number) {

    /** All licences of one order. */
    record Shelf(String instanceId, OrderKey order) {

        /** The order's text has two bars of its own, and none in its parts: no two shelves have one key. */
        String key() {
            return instanceId + '|' + order.canonical();
        }
    }

    String id() {
        return shelf.key() + '|' + number;
    }
}
