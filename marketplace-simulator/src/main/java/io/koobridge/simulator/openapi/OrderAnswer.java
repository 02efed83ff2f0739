package io.koobridge.simulator.openapi;

import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of the order query, member by member as documented (usage-and-open-api §6.2). */
record OrderAnswer(
        String resultCode,
        String resultMsg,
        @Nullable OrderInfo orderInfo,
        @Nullable List<String> extra_info) {

    static OrderAnswer of(Order order) {
        return new OrderAnswer("MKT.0000", "Success", OrderInfo.of(order), null);
    }

    record OrderInfo(
            String orderId,
            String orderType,
            String createTime,
            List<OrderLine> orderLine,
            Buyer buyerInfo,
            List<ExtendParam> extendParams) {

        static OrderInfo of(Order order) {
            return new OrderInfo(
                    order.orderId(),
                    order.type().name(),
                    MarketTime.written(order.createdAt()),
                    List.of(OrderLine.of(order)),
                    order.buyer(),
                    order.particulars().extension().stream()
                            .map(field -> new ExtendParam(field.name(), field.value()))
                            .toList());
        }
    }

    record OrderLine(
            String orderLineId,
            String chargingMode,
            @Nullable String periodType,
            @Nullable Integer periodNumber,
            @Nullable String expireTime,
            List<ProductInfo> productInfo) {

        static OrderLine of(Order order) {
            Period period = order.line().period();
            return new OrderLine(
                    order.orderLineId(),
                    order.chargingMode().name(),
                    period == null ? null : period.unit().written(),
                    period == null ? null : period.number(),
                    order.expiresAt().map(MarketTime::written).orElse(null),
                    order.line().products().stream().map(ProductInfo::of).toList());
        }
    }

    record ProductInfo(String productId, String skuCode, int linearValue) {
        static ProductInfo of(Product product) {
            return new ProductInfo(product.productId(), product.skuCode(), product.quantity());
        }
    }

    record ExtendParam(String key, String value) {}
}
