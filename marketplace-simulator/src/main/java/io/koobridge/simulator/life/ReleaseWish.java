package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import org.jspecify.annotations.Nullable;

/** To be released: by expiry without an order, by unsubscription with one. */
public record ReleaseWish(
        @Nullable Boolean unsubscribed, @Nullable OrderIdOf orderIdOf) implements Wish {

    @Override
    public Step step(Counter counter) {
        if (unsubscribed == null || !unsubscribed) {
            if (orderIdOf != null) {
                throw new IllegalArgumentException("orderIdOf is for a release that is unsubscribed");
            }
            return new Release(null, null);
        }
        if (orderIdOf == OrderIdOf.CANCELLED) {
            return new Release(counter.sale().order(), null);
        }
        Order order = counter.order(
                OrderType.UNSUBSCRIBE,
                counter.unchanged(counter.books().product()),
                counter.books().expiresAt());
        return new Release(order, order);
    }
}
