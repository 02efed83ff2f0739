package io.koobridge.license.ledger;

import io.koobridge.events.instance.OrderKey;
import java.util.Arrays;

/** One of an order's licences, counted from 0; {@code _id = instance|order|number} (design §6). */
record Slot(Shelf shelf, long number) {

    /** All licences of one order. */
    record Shelf(String instanceId, OrderKey order) {

        /** The order's text has two bars of its own, and none in its parts: no two shelves have one key. */
        String key() {
            return instanceId + '|' + order.canonical();
        }

        /** The order of a key; the instance's own id, which others may have made, stands before it. */
        static OrderKey orderOf(String key) {
            var parts = key.split("\\|", -1);
            var canonical = Arrays.copyOfRange(parts, parts.length - 3, parts.length);
            return OrderKey.ofCanonical(String.join("|", canonical));
        }
    }

    String id() {
        return shelf.key() + '|' + number;
    }
}
