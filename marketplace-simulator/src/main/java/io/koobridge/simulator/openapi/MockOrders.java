package io.koobridge.simulator.openapi;

import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Period.Unit;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nine orders for debugging; ids, MONTY included, as documented, contents plausible (usage-and-open-api §6.1). */
final class MockOrders {
    private final Instant createdAt;
    private final Map<String, Order> orders;

    MockOrders(Instant createdAt) {
        this.createdAt = createdAt;
        Period year = new Period(Unit.YEAR, 1);
        Period month = new Period(Unit.MONTH, 1);
        this.orders = Stream.of(
                        mock("MOCKPERIODYEARNEW", OrderType.NEW, ChargingMode.PERIOD, year),
                        mock("MOCKONETIMENEW", OrderType.NEW, ChargingMode.ONE_TIME, null),
                        mock("MOCKONDEMAND", OrderType.NEW, ChargingMode.ON_DEMAND, null),
                        mock("MOCKONDEMANDPKG", OrderType.NEW, ChargingMode.ON_DEMAND_PKG, year),
                        mock("MOCKPERIODDAYTRIAL", OrderType.TRIAL, ChargingMode.PERIOD, new Period(Unit.DAY, 15)),
                        mock("MOCKMONTYTRIALTOFORMAL", OrderType.TRIAL_TO_FORMAL, ChargingMode.PERIOD, month),
                        mock("MOCKMONTYUNSUBSCRIBE", OrderType.UNSUBSCRIBE, ChargingMode.PERIOD, month),
                        mock("MOCKMONTYRENEW", OrderType.RENEW, ChargingMode.PERIOD, month),
                        mock("MOCKMONTYCHANGE", OrderType.CHANGE, ChargingMode.PERIOD, month))
                .collect(Collectors.toUnmodifiableMap(Order::orderId, Function.identity()));
    }

    Optional<Order> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    private Order mock(String orderId, OrderType type, ChargingMode mode, @Nullable Period period) {
        // An upgrade buys more than the ten of the others.
        int quantity = type == OrderType.CHANGE ? 20 : 10;
        return Order.placed(
                orderId, type, new Order.Terms(mode, period, Product.standard(quantity)), Buyer.example(), createdAt);
    }
}
