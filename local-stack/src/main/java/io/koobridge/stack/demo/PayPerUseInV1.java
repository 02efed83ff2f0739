package io.koobridge.stack.demo;

/** Pay-per-use in V1: the order alone does not tell its instances apart, the product does (saas-v1 §1.5). */
final class PayPerUseInV1 {

    private static final String FIRST = "OFFI900000000000000021";

    private PayPerUseInV1() {}

    static void play(Stage stage) {
        stage.sheet().note("Pay-per-use in V1: nothing ends, and every query tells the usage");
        var purchase = Purchase.ready(
                stage,
                "{\"edition\":\"V1\",\"chargingMode\":\"ON_DEMAND\",\"productId\":\"%s\",\"linearValue\":1}"
                        .formatted(FIRST));
        purchase.step("query", "{}");
        purchase.step("details", "{}");
        purchase.step("release", "{}");
    }
}
