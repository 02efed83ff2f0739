package io.koobridge.provisioning.running;

import io.koobridge.testkit.FakeServer;

/** The marketplace's order query: every order exists, with one line. */
final class Marketplace {

    private Marketplace() {}

    static FakeServer.Response order(FakeServer.Request request) {
        return order(request, "PERIOD");
    }

    /** The same, paid as this charging mode says. */
    static FakeServer.Response order(FakeServer.Request request, String mode) {
        return new FakeServer.Response(200, """
                {"resultCode":"MKT.0000","resultMsg":"Success","orderInfo":{"orderId":"%1$s","orderType":"NEW",\
                "createTime":"20260301084500","buyerInfo":{"customerId":"c-1","mobilePhone":"13800000000"},\
                "orderLine":[{"orderLineId":"%1$s-000001","chargingMode":"%2$s","periodType":"year","periodNumber":1,\
                "expireTime":"20270301155959","productInfo":[{"productId":"OFFI1","skuCode":"s","linearValue":2}]}]}}""".formatted(orderId(request), mode));
    }

    static String orderId(FakeServer.Request request) {
        return request.uri().getQuery().replaceAll(".*orderId=([^&]*).*", "$1");
    }
}
