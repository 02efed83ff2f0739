package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import org.jspecify.annotations.Nullable;

/**
 * To be released: by expiry without an order, by unsubscription with one.
 *
 * @param orderIdSent V1 alone: whether the call names the order of the subscription (saas-v1 §10, A13); true when nothing is said
 */
public record ReleaseWish(
        @Nullable Boolean unsubscribed,
        @Nullable OrderIdOf orderIdOf,
        @Nullable Boolean orderIdSent) implements Wish {

    public ReleaseWish(@Nullable Boolean unsubscribed, @Nullable OrderIdOf orderIdOf) {
        this(unsubscribed, orderIdOf, null);
    }

    @Override
    public Step step(Counter counter) {
        boolean v1 = counter.sale().listing().isV1();
        if (v1 ? orderIdOf != null : orderIdSent != null) {
            throw new IllegalArgumentException(v1 ? "orderIdOf is for V2" : "orderIdSent is for V1");
        }
        Release release = release(counter);
        return new Release(release.named(), release.order(), !Boolean.FALSE.equals(orderIdSent));
    }

    private Release release(Counter counter) {
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
