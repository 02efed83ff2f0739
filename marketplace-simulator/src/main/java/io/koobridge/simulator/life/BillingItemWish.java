package io.koobridge.simulator.life;

import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Product;
import org.jspecify.annotations.Nullable;

/** To be told of another product of the same pay-per-use order. */
public record BillingItemWish(@Nullable Changed product) implements Wish {
    @Override
    public Step step(Counter counter) {
        if (!counter.sale().listing().isV1()) {
            throw new NotNow("V2 tells all products of an order line in one call");
        }
        counter.require(counter.sale().order().chargingMode() == ChargingMode.ON_DEMAND, "further billing items");
        Product own = counter.books().product();
        Product other = product == null ? own : product.of(own);
        if (other.productId().equals(own.productId())) {
            throw new IllegalArgumentException("product.productId must be another than the purchase's");
        }
        return new NewBillingItem(other);
    }
}
