package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import java.util.List;

/**
 * What the order query told of an order line.
 *
 * @param productIds of all its products; {@code details} tell of the first
 */
public record Sighting(OrderDetails details, List<String> productIds) {

    public Sighting {
        productIds = List.copyOf(productIds);
    }
}
