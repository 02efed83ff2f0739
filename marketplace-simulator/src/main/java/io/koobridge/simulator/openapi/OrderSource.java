package io.koobridge.simulator.openapi;

import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Line;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an order comes from: sold here, documented mock, or, unless orders are strict, made up. */
public final class OrderSource {
    private final Book book;
    private final MockOrders mocks;
    private final boolean strict;
    private final Instant openedAt;

    /** Made-up orders were all placed at {@code openedAt}, so that the same question has the same answer. */
    public OrderSource(Book book, boolean strict, Instant openedAt) {
        this.book = book;
        this.mocks = new MockOrders(openedAt);
        this.strict = strict;
        this.openedAt = openedAt;
    }

    /** @param orderLineId null when the caller asks for the whole order */
    Optional<Order> find(String orderId, @Nullable String orderLineId) {
        Optional<Order> known = book.order(orderId).or(() -> mocks.find(orderId));
        if (known.isPresent()) {
            return known.filter(order -> orderLineId == null || orderLineId.equals(order.orderLineId()));
        }
        return strict ? Optional.empty() : Optional.of(madeUp(orderId, orderLineId));
    }

    private Order madeUp(String orderId, @Nullable String orderLineId) {
        Period year = new Period(Period.Unit.YEAR, 1);
        Line line = new Line(
                orderLineId == null ? Order.firstLineOf(orderId) : orderLineId,
                ChargingMode.PERIOD,
                year,
                MarketTime.endOfDay(openedAt, year),
                List.of(Product.standard(2)));
        return new Order(orderId, OrderType.NEW, line, Buyer.example(), openedAt);
    }
}
