package io.koobridge.simulator.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one line of an order.
 *
 * @param period only for charging modes that have one
 * @param expiresAt what the order query says about the end; null where nothing ends
 * @param products more than one only in pay-per-use lines
 */
public record Line(
        String orderLineId,
        ChargingMode mode,
        @Nullable Period period,
        @Nullable Instant expiresAt,
        List<Product> products) {

    public Line {
        products = List.copyOf(products);
        if (products.isEmpty()) {
            throw new IllegalArgumentException("an order line needs a product");
        }
    }
}
