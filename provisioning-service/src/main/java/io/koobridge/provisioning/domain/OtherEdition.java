package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderKey;
import java.util.Optional;

/** The same order in the words of the other edition (design §4): V1 knows no lines, and V2 gives the only one a number. */
public final class OtherEdition {

    /** What KooGallery calls the only line of an order (saas-v2 §3.1). */
    static final String FIRST_LINE = "-000001";

    private OtherEdition() {}

    /** Empty for a line that is not the first: V1 could not tell which one is meant. */
    public static Optional<OrderKey> keyOf(OrderKey order) {
        var first = order.orderId() + FIRST_LINE;
        if (order.lineId().isPresent()) {
            return order.lineId()
                    .filter(first::equals)
                    .map(_ ->
                            new OrderKey(order.orderId(), null, order.product().orElse(null)));
        }
        return first.length() > OrderKey.LONGEST
                ? Optional.empty()
                : Optional.of(
                        new OrderKey(order.orderId(), first, order.product().orElse(null)));
    }
}
