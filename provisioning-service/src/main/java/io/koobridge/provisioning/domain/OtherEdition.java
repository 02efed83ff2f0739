package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the other edition names a purchase: V1 by the order alone, V2 by the order and its line; where usage is paid V1 names the product too, and
 * V2 may (saas-v1 §3.1, saas-v2 §3.4). Products move from one edition to the other, and a buyer who then looks at an old order must not be sold a
 * second instance.
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
        return line(order).map(line -> new OrderKey(order.orderId(), line, order.productId()));
    }

    /**
     * How a purchase whose usage is paid is called by its product in both editions: by V1 with the order, by V2 with the line. V2's call need not
     * name the product, and V1's left it out of its key when it did not say how it is paid; the order tells (saas-v2 §3.4, saas-v1 §10 A25, A26).
     * Where no call said which one it is, a line of several products teaches nothing: V1 makes an instance of each, and nobody knows which of them
     * this one is.
     *
     * @param found what the order says of the purchase
     */
    static List<OrderKey> namesByProduct(LookUp purchase, OrderQuery.Answer.Found found) {
        var order = purchase.order();
        var calledInFull = order.lineId().isEmpty() && order.product().isPresent();
        return calledInFull || !found.details().metered()
                ? List.of()
                : product(purchase, found).stream()
                        .flatMap(product -> Stream.concat(
                                        Stream.of(Optional.<String>empty()),
                                        line(order).stream().map(Optional::of))
                                .map(line -> new OrderKey(order.orderId(), line.orElse(null), product)))
                        .toList();
    }

    /** What the call said counts, whether it is a part of its key or not. */
    private static Optional<String> product(LookUp purchase, OrderQuery.Answer.Found found) {
        var only = found.products() == 1 ? found.details().product() : null;
        return purchase.order()
                .product()
                .or(() -> Optional.ofNullable(purchase.told().productId()))
                .or(() -> Optional.ofNullable(only).map(OrderDetails.Product::productId))
                .filter(OrderKey::fits);
    }

    /** To V2, V1's order is its first line. */
    private static Optional<String> line(OrderKey order) {
        return order.lineId().or(() -> Optional.of(firstLineOf(order.orderId())).filter(OrderKey::fits));
    }

    static String firstLineOf(String orderId) {
        return orderId + FIRST_LINE;
    }
}
