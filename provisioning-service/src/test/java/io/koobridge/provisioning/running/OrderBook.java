package io.koobridge.provisioning.running;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.testkit.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The marketplace's order query, which shows what it was told to and denies everything else. */
final class OrderBook {

    static final String PRODUCT = "OFFI1";

    private static final FakeServer.Response DENIED =
            new FakeServer.Response(500, "{\"resultCode\":\"MKT.0100\",\"resultMsg\":\"Failure of input parameter\"}");

    private final Map<String, FakeServer.Response> orders = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** An order of the usual product. */
    void sell(OrderKey order, String type) {
        sell(order, type, PRODUCT);
    }

    void sell(OrderKey order, String type, String product) {
        orders.put(order.orderId(), new FakeServer.Response(200, """
                {"resultCode":"MKT.0000","resultMsg":"Success","orderInfo":{"orderId":"%s","orderType":"%s",\
                "createTime":"20260301084500","buyerInfo":{"customerId":"c-1","mobilePhone":"13800000000"},\
                "orderLine":[{"orderLineId":"%s","chargingMode":"PERIOD","periodType":"year","periodNumber":1,\
                "expireTime":"20270301155959","productInfo":[{"productId":"%s","skuCode":"s","linearValue":2}]}]}}""".formatted(
                        order.orderId(), type, order.orderLineId(), product)));
    }

    void answer(OrderKey order, int status, String json) {
        orders.put(order.orderId(), new FakeServer.Response(status, json));
    }

    FakeServer.Response find(FakeServer.Request request) {
        var orderId = Marketplace.orderId(request);
        asked.add(orderId);
        return orders.getOrDefault(orderId, DENIED);
    }

    long asked(OrderKey order) {
        return asked.stream().filter(order.orderId()::equals).count();
    }
}
