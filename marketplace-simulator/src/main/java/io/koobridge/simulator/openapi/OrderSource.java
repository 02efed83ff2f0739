package io.koobridge.simulator.openapi;

import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.Sale;
import java.time.Instant;
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
        Optional<Order> known = book.find(orderId).map(Sale::order).or(() -> mocks.find(orderId));
        if (known.isPresent()) {
            return known.filter(order -> orderLineId == null || orderLineId.equals(order.orderLineId()));
        }
        return strict ? Optional.empty() : Optional.of(madeUp(orderId, orderLineId));
    }

    private Order madeUp(String orderId, @Nullable String orderLineId) {
        return new Order(
                orderId,
                orderLineId == null ? Order.firstLineOf(orderId) : orderLineId,
                OrderType.NEW,
                ChargingMode.PERIOD,
                new Period(Period.Unit.YEAR, 1),
                Product.standard(2),
                Buyer.example(),
                openedAt);
    }
}
