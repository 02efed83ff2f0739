package io.koobridge.events.instance;

import io.koobridge.events.instance.OrderDetails.Product;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order that an instance is paid by now: the purchase, or the last renewal that was not cancelled. Licences are counted for
 * each such order (license §3.5).
 *
 * @param since when the marketplace first told of it
 * @param sold absent until it is known: most calls leave it to the order query
 */
public record OrderInForce(
        OrderKey order, Instant since, @Nullable Sale sold) {

    /**
     * What an order sold. An upgrade since then, which licences do not have, is not in it.
     *
     * @param product absent where the order named none
     */
    public record Sale(@Nullable Product product) {}
}
