package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderKey;
import java.util.List;
import java.util.Optional;

/**
 * How the other edition names a purchase: V1 by the order alone, V2 by the order and its line (saas-v1 §3.1, saas-v2 §3.4). Products move from
 * one edition to the other, and a buyer who then looks at an old order must not be sold a second instance.
 */
public final class OtherEdition {

    /** What KooGallery calls the first line of an order, which most often is its only one (saas-v2 §3.1). */
    private static final String FIRST_LINE = "-000001";

    private OtherEdition() {}

    /** Empty for a further line of an order, which V1 has no name for. */
    public static Optional<OrderKey> of(OrderKey order) {
        if (order.lineId().isPresent()) {
            return order.lineId()
                    .filter(line -> line.equals(firstLineOf(order.orderId())))
                    .map(_ -> new OrderKey(order.orderId(), null, order.productId()));
        }
        return Optional.of(firstLineOf(order.orderId()))
                .filter(line -> line.length() <= OrderKey.LONGEST)
                .map(line -> new OrderKey(order.orderId(), line, order.productId()));
    }

    /**
     * How a line whose usage is paid is called by its product: by V1 with the order, by V2 with the line, where it names one. V2's call need not,
     * its order tells (saas-v2 §3.4). Of a line of several products V1 makes an instance each, and nobody knows which of them this one is.
     *
     * @param found what the order says of the purchase
     */
    public static List<OrderKey> byProduct(OrderKey order, OrderQuery.Answer.Found found) {
        var product = found.details().product();
        return order.lineId().isEmpty()
                        || !found.details().metered()
                        || found.products() != 1
                        || product == null
                        || !OrderKey.fits(product.productId())
                ? List.of()
                : List.of(
                        new OrderKey(order.orderId(), null, product.productId()),
                        new OrderKey(order.orderId(), order.orderLineId(), product.productId()));
    }

    static String firstLineOf(String orderId) {
        return orderId + FIRST_LINE;
    }
}
