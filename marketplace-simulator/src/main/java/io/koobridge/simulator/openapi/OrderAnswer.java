package io.koobridge.simulator.openapi;

import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
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
                    List.of(new ExtendParam("emailDomainName", "example.com")));
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
            return new OrderLine(
                    order.orderLineId(),
                    order.chargingMode().name(),
                    order.period() == null ? null : order.period().unit().written(),
                    order.period() == null ? null : order.period().number(),
                    order.expiresAt().map(MarketTime::written).orElse(null),
                    List.of(ProductInfo.of(order)));
        }
    }

    record ProductInfo(String productId, String skuCode, int linearValue) {
        static ProductInfo of(Order order) {
            return new ProductInfo(
                    order.product().productId(),
                    order.product().skuCode(),
                    order.product().quantity());
        }
    }

    record ExtendParam(String key, String value) {}
}
