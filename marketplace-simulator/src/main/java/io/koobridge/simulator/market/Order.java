package io.koobridge.simulator.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order with its one line.
 *
 * @param createdAt when it was placed, in marketplace time
 */
public record Order(String orderId, OrderType type, Line line, Buyer buyer, Instant createdAt) {

    /** What is bought, for how long, in which mode. */
    public record Terms(ChargingMode mode, @Nullable Period period, List<Product> products) {
        public Terms(ChargingMode mode, @Nullable Period period, Product product) {
            this(mode, period, List.of(product));
        }
    }

    public static String firstLineOf(String orderId) {
        return orderId + "-000001";
    }

    /** An order whose period, if it has one, begins when it is placed. */
    public static Order placed(String orderId, OrderType type, Terms terms, Buyer buyer, Instant now) {
        Instant end = terms.period() == null ? null : MarketTime.endOfDay(now, terms.period());
        return new Order(
                orderId,
                type,
                new Line(firstLineOf(orderId), terms.mode(), terms.period(), end, terms.products()),
                buyer,
                now);
    }

    public String orderLineId() {
        return line.orderLineId();
    }

    public ChargingMode chargingMode() {
        return line.mode();
    }

    /** The first, and nearly always the only one. */
    public Product product() {
        return line.products().getFirst();
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(line.expiresAt());
    }
}
