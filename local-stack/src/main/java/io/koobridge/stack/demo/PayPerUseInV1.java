package io.koobridge.stack.demo;

/** Pay-per-use in V1: the order alone does not tell its instances apart, the product does (saas-v1 §1.5). */
final class PayPerUseInV1 {

    private static final String FIRST = "OFFI900000000000000021";
    private static final String SECOND = "OFFI900000000000000022";

    private PayPerUseInV1() {}

    static void play(Stage stage) {
        stage.sheet().note("Pay-per-use in V1: nothing ends, and every query tells the usage");
        var purchase = Purchase.ready(
                stage,
                "{\"edition\":\"V1\",\"chargingMode\":\"ON_DEMAND\",\"productId\":\"%s\",\"linearValue\":1}"
                        .formatted(FIRST));
        purchase.step("query", "{}");
        purchase.details();
        anotherProductOf(stage, purchase);
        purchase.step("release", "{}");
    }

    private static void anotherProductOf(Stage stage, Purchase purchase) {
        var done = purchase.step(
                "item", "{\"product\":{\"productId\":\"%s\"}}".formatted(SECOND), Judge.HONEST, "ACKNOWLEDGED");
        String second = done.path("attempts").path(0).path("instanceId").asString("");
        stage.sheet()
                .check(
                        "another product of the same order is another instance: " + second,
                        !second.isEmpty() && !second.equals(purchase.instanceId()),
                        "an id, and another one than " + purchase.instanceId());
    }
}
