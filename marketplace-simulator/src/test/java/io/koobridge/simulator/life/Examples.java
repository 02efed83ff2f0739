package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Examples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Examples() {}

    static Order order(String orderId) {
        return Order.placed(
                orderId,
                OrderType.NEW,
                new Order.Terms(ChargingMode.PERIOD, new Period(Period.Unit.YEAR, 1), Product.standard(1)),
                Buyer.example(),
                NOON);
    }

    static Sale sale(String orderId) {
        return Sale.of(order(orderId), Listing.V2, RetryPlan.DOCUMENTED, List.of());
    }

    static Attempt acknowledged(Attempt.Kind kind, String instanceId) {
        return attempt(kind, instanceId, null, NOON);
    }

    static Attempt signedAt(Instant signedAt) {
        return attempt(Attempt.Kind.SCHEDULED, null, null, signedAt);
    }

    static Attempt failed(Attempt.Kind kind) {
        return attempt(kind, null, "resultCode is 000005", NOON);
    }

    private static Attempt attempt(
            Attempt.Kind kind, @Nullable String instanceId, @Nullable String reason, Instant signedAt) {
        return new Attempt(
                0,
                kind,
                null,
                new Attempt.Heard(
                        "business",
                        new Attempt.Times(signedAt, signedAt, 5),
                        200,
                        reason == null ? "000000" : "000005",
                        instanceId,
                        null,
                        null,
                        null,
                        null,
                        reason));
    }
}
