package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import java.util.List;

/**
 * What the order query told of an order line; where nobody knows its lines, of the whole order.
 *
 * @param productIds of all products; {@code details} tell of the first line's first
 * @param lineIds what calls may have named: the line, or all lines of the order
 */
public record Sighting(OrderDetails details, List<String> productIds, List<String> lineIds) {

    public Sighting {
        productIds = List.copyOf(productIds);
        lineIds = List.copyOf(lineIds);
    }
}
