package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Product;
import org.jspecify.annotations.Nullable;

/**
 * To be upgraded: a {@code CHANGE} order for the new product until the end of what is paid.
 *
 * @param diskSize in GB, after the upgrade; V1 alone tells it
 * @param bandWidth in Mbps, after the upgrade; V1 alone tells it
 */
public record UpgradeWish(
        @Nullable Changed product,
        @Nullable Integer diskSize,
        @Nullable Integer bandWidth) implements Wish {

    public UpgradeWish(@Nullable Changed product) {
        this(product, null, null);
    }

    @Override
    public Step step(Counter counter) {
        counter.require(counter.sale().order().chargingMode().hasPeriod(), "upgradeInstance");
        Product before = counter.books().product();
        Product after = product == null ? Changed.twice(before) : product.of(before);
        Order order = counter.order(
                OrderType.CHANGE, counter.unchanged(after), counter.books().expiresAt());
        return new Upgrade(order.with(order.particulars().changed(diskSize, bandWidth)));
    }
}
