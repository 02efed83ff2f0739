package io.koobridge.stack.demo;

import tools.jackson.databind.JsonNode;

/** Whoever buys in V1 must be told an address: where the product takes longer, it is that of a page that leads on (design §3.8). */
final class BuyerWaits {

    private BuyerWaits() {}

    static void play(Stage stage) {
        var outages = stage.place().mayStop().filter(_ -> stage.place().hasExampleProduct());
        if (outages.isEmpty()) {
            stage.sheet()
                    .note(
                            "Not played: a purchase that takes longer. The product would hang, and this suite is not the demo's own");
            return;
        }
        stage.sheet()
                .note(
                        "The product hangs while somebody buys in V1: the answer is held, and then leads to a page that waits with him");
        outages.get().hang("product");
        Purchase purchase;
        JsonNode told;
        try {
            purchase = Purchase.bought(stage, "{\"edition\":\"V1\",\"productId\":\"OFFI900000000000000014\"}");
            purchase.awaitReady();
            told = stage.simulator().purchase(purchase.orderId());
        } finally {
            outages.get().goOn("product");
        }
        var agreed = stage.agreement().await(purchase.orderId());
        stage.show(purchase.tape(), Judge.HONEST, agreed);
        String waiting = ProductPages.address(told);
        stage.sheet()
                .check(
                        "he was sent to " + waiting,
                        waiting.contains("/koogallery/waiting/"),
                        "an address of the waiting page");
        purchase.step("details", "{}");
        String product = ProductPages.address(stage.simulator().purchase(purchase.orderId()));
        stage.sheet()
                .check(
                        "whoever views it now is sent to " + product,
                        product.startsWith(stage.place().variable(Place.PRODUCT)),
                        "an address of the product");
    }
}
