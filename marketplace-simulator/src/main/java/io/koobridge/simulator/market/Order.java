package io.koobridge.simulator.market;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order with its one line.
 *
 * @param period only for charging modes that have one
 * @param createdAt when it was placed, in marketplace time
 */
public record Order(
        String orderId,
        String orderLineId,
        OrderType type,
        ChargingMode chargingMode,
        @Nullable Period period,
        Product product,
        Buyer buyer,
        Instant createdAt) {

    public static String firstLineOf(String orderId) {
        return orderId + "-000001";
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(period).map(length -> MarketTime.endOfDay(createdAt, length));
    }
}
