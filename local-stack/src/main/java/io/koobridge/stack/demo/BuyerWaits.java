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
        try {
            purchase = Purchase.bought(stage, "{\"edition\":\"V1\",\"productId\":\"OFFI900000000000000014\"}");
            purchase.awaitReady();
            opened(stage, purchase, 1, "WAITING", stage.place().variable("KOOBRIDGE_GATEWAY_URL"));
        } finally {
            outages.get().goOn("product");
        }
        stage.sheet().note("The product goes on, and the page with it");
        opened(stage, purchase, 30, "ARRIVED", stage.place().variable("KOOBRIDGE_GATEWAY_URL"));
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        purchase.details();
        opened(stage, purchase, 1, "ARRIVED", stage.place().variable(Place.PRODUCT));
    }

    /** @param at where the address of his is that the marketplace knows by now */
    private static void opened(Stage stage, Purchase purchase, int seconds, String expected, String at) {
        JsonNode visit = stage.simulator()
                .post("/simulator/purchases/%s:open?wait=%d".formatted(purchase.orderId(), seconds), "{}");
        String state = visit.path("state").asString("");
        String address = visit.path("frontEndUrl").asString("");
        stage.sheet()
                .check(
                        "the buyer opens his address at %s: %s %s"
                                .formatted(at, state, visit.path("arrivedAt").asString("")),
                        state.equals(expected) && address.startsWith(at),
                        "%s by an address there, got %s".formatted(expected, visit));
    }
}
