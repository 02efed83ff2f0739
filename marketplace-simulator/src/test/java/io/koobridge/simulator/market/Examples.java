package io.koobridge.simulator.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class Examples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Examples() {}

    static Order order(String orderId) {
        return new Order(
                orderId,
                Order.firstLineOf(orderId),
                OrderType.NEW,
                ChargingMode.PERIOD,
                new Period(Period.Unit.YEAR, 1),
                Product.standard(1),
                Buyer.example(),
                NOON);
    }

    static Sale sale(String orderId) {
        return Sale.of(order(orderId), RetryPlan.DOCUMENTED, null);
    }

    static Attempt acknowledged(Attempt.Kind kind, String instanceId) {
        return attempt(kind, instanceId, null);
    }

    static Attempt failed(Attempt.Kind kind) {
        return attempt(kind, null, "resultCode is 000005");
    }

    private static Attempt attempt(Attempt.Kind kind, @Nullable String instanceId, @Nullable String reason) {
        return new Attempt(0, kind, "business", NOON, 5, 200, "000000", instanceId, null, reason);
    }
}
