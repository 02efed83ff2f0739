package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Line;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody wants to happen to a purchase; the marketplace makes a step and, where one is due, an order of it. */
public interface Wish {

    Step step(Counter counter);

    /** The members of a product that shall differ. */
    record Changed(
            @Nullable String productId,
            @Nullable String skuCode,
            @Nullable Integer linearValue) {
        public Product of(Product before) {
            return new Product(
                    Objects.requireNonNullElse(productId, before.productId()),
                    Objects.requireNonNullElse(skuCode, before.skuCode()),
                    Objects.requireNonNullElse(linearValue, before.quantity()));
        }

        /** What an upgrade means when nobody says it. */
        static Product twice(Product before) {
            return new Product(
                    before.productId(),
                    before.skuCode(),
                    Math.min(1_000_000, Math.multiplyExact(2, before.quantity())));
        }
    }

    /** Which order a cancellation names: editions differ (saas-v2 §5.1, §6.2). */
    enum OrderIdOf {
        CANCELLATION,
        CANCELLED
    }

    /** Where orders are made. {@code now} is marketplace time. */
    record Counter(Sale sale, Supplier<String> newOrderId, Instant now) {

        public Books books() {
            return sale.books();
        }

        Order order(OrderType type, Order.Terms terms, @Nullable Instant expiresAt) {
            String orderId = newOrderId.get();
            return new Order(
                    orderId,
                    type,
                    new Line(Order.firstLineOf(orderId), terms.mode(), terms.period(), expiresAt, terms.products()),
                    sale.order().buyer(),
                    now,
                    sale.order().particulars().unpaid());
        }

        /** About what is there, unchanged. */
        Order.Terms unchanged(Product product) {
            Line line = sale.order().line();
            return new Order.Terms(line.mode(), line.period(), List.of(product));
        }

        /** Only what the product's edition knows. */
        void requireV2(String what) {
            if (sale.listing().isV1()) {
                throw new NotNow("V1 has no " + what);
            }
        }

        /** Refuses what this charging mode does not have (saas-v2 §1.17). */
        void require(boolean has, String what) {
            if (!has) {
                throw new NotNow(sale.order().chargingMode() + " instances have no " + what);
            }
        }
    }
}
