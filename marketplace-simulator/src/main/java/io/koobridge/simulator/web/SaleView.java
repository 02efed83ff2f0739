package io.koobridge.simulator.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.market.Attempt;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Delivery;
import io.koobridge.simulator.market.Purchase;
import io.koobridge.simulator.market.Purchase.Accepted;
import io.koobridge.simulator.market.Purchase.Ordered;
import io.koobridge.simulator.market.Purchase.Ready;
import io.koobridge.simulator.market.Purchase.Refunded;
import io.koobridge.simulator.market.Sale;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase as the API shows it. {@code createdAt}, {@code acceptedAt} and their like are marketplace time. */
record SaleView(
        String orderId,
        String orderLineId,
        String status,
        @Nullable String instanceId,
        ChargingMode chargingMode,
        String productId,
        String skuCode,
        int quantity,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String bulk,
        @JsonUnwrapped State state,
        int attemptCount,
        List<Attempt> attempts,
        Sale.Polls polls) {

    /** What only some states have, flattened into the view. */
    record State(
            @Nullable Instant nextAttemptAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant readyAt,
            @Nullable Instant refundedAt,
            Delivery.@Nullable AppInfo appInfo,
            @Nullable List<Delivery.UsageInfo> usageInfo) {

        static State of(Purchase purchase) {
            return switch (purchase) {
                case Ordered ordered -> new State(ordered.nextAttemptAt(), null, null, null, null, null);
                case Accepted accepted -> new State(null, accepted.acceptedAt(), null, null, null, null);
                case Ready ready ->
                    new State(
                            null,
                            ready.acceptedAt(),
                            ready.readyAt(),
                            null,
                            ready.delivery().appInfo(),
                            ready.delivery().usageInfo());
                case Refunded refunded -> new State(null, null, null, refunded.refundedAt(), null, null);
            };
        }
    }

    static SaleView of(Sale sale) {
        return new SaleView(
                sale.order().orderId(),
                sale.order().orderLineId(),
                sale.purchase().status(),
                sale.purchase().instanceIdOrNull(),
                sale.order().chargingMode(),
                sale.order().product().productId(),
                sale.order().product().skuCode(),
                sale.order().product().quantity(),
                sale.order().createdAt(),
                sale.order().expiresAt().orElse(null),
                sale.bulk(),
                State.of(sale.purchase()),
                sale.attemptCount(),
                sale.attempts(),
                sale.polls());
    }
}
