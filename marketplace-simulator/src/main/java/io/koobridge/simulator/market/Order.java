package io.koobridge.simulator.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order with its one line.
 *
 * @param createdAt when it was placed, in marketplace time
 */
public record Order(
        String orderId, OrderType type, Line line, Buyer buyer, Instant createdAt, Particulars particulars) {

    /** Twelve and a half of the site's currency for one unit and period. */
    private static final BigDecimal LIST_PRICE = new BigDecimal("12.500");

    public Order(String orderId, OrderType type, Line line, Buyer buyer, Instant createdAt) {
        this(orderId, type, line, buyer, createdAt, Particulars.PLAIN);
    }

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

    public Order with(Particulars other) {
        return new Order(orderId, type, line, buyer, createdAt, other);
    }

    /** What was paid for it, with three decimals; trials cost nothing. */
    public BigDecimal amount() {
        if (particulars.orderAmount() != null) {
            return particulars.orderAmount();
        }
        int periods = line.period() == null ? 1 : line.period().number();
        return type == OrderType.TRIAL
                ? BigDecimal.ZERO
                : LIST_PRICE.multiply(BigDecimal.valueOf((long) product().quantity() * periods));
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
