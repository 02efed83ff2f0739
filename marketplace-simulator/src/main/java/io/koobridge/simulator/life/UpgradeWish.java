package io.koobridge.simulator.life;

import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Product;
import org.jspecify.annotations.Nullable;

/** To be upgraded: a {@code CHANGE} order for the new product until the end of what is paid. */
public record UpgradeWish(@Nullable Changed product) implements Wish {

    @Override
    public Step step(Counter counter) {
        counter.require(counter.sale().order().chargingMode().hasPeriod(), "upgradeInstance");
        Product before = counter.books().product();
        Product after = product == null ? Changed.twice(before) : product.of(before);
        return new Upgrade(counter.order(
                OrderType.CHANGE, counter.unchanged(after), counter.books().expiresAt()));
    }
}
