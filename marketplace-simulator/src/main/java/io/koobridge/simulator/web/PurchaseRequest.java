package io.koobridge.simulator.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a buyer wants; everything may be left out. */
public record PurchaseRequest(
        @Nullable String orderId,
        @Nullable ChargingMode chargingMode,
        @Nullable String productId,
        @Nullable String skuCode,
        @JsonAlias("linearValue") @Nullable Integer quantity,
        @Nullable String periodType,
        @Nullable Integer periodNumber,
        @Nullable Buyer buyer) {
    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,57}");

    static final PurchaseRequest ANY = new PurchaseRequest(null, null, null, null, null, null, null, null);

    /** @param newOrderId asked only when the buyer names none */
    Order order(Supplier<String> newOrderId, Instant now) {
        String id = orderId == null ? newOrderId.get() : orderId;
        if (!ORDER_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "orderId must be 1 to 57 letters, digits, - or _: the line adds seven more");
        }
        ChargingMode mode = Objects.requireNonNullElse(chargingMode, ChargingMode.PERIOD);
        return new Order(
                id,
                Order.firstLineOf(id),
                OrderType.NEW,
                mode,
                period(mode),
                new Product(
                        Objects.requireNonNullElse(productId, Product.PRODUCT),
                        Objects.requireNonNullElse(skuCode, Product.SKU),
                        Objects.requireNonNullElse(quantity, 1)),
                Objects.requireNonNullElseGet(buyer, Buyer::example),
                now);
    }

    private @Nullable Period period(ChargingMode mode) {
        if (!mode.hasPeriod()) {
            if (periodType != null || periodNumber != null) {
                throw new IllegalArgumentException(mode + " has no periodType and no periodNumber");
            }
            return null;
        }
        return new Period(
                periodType == null ? Period.Unit.YEAR : Period.Unit.of(periodType),
                Objects.requireNonNullElse(periodNumber, 1));
    }
}
