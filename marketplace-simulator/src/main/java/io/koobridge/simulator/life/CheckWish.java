package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Product;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To know whether a change upon renewal is possible. */
public record CheckWish(@Nullable Changed product, ChangeCheck.@Nullable Form productInfoAs) implements Wish {

    @Override
    public Step step(Counter counter) {
        counter.requireV2("changeInstanceCheck");
        counter.require(counter.sale().order().chargingMode().hasPeriod(), "changeInstanceCheck");
        Product before = counter.books().product();
        return new ChangeCheck(
                product == null ? Changed.twice(before) : product.of(before),
                Objects.requireNonNullElse(productInfoAs, ChangeCheck.Form.OBJECT));
    }
}
