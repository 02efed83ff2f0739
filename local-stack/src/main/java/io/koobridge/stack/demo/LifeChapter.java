package io.koobridge.stack.demo;

import tools.jackson.databind.JsonNode;

/** One buyer's whole life with a product sold for a period, step by step (saas-v2 §2). */
final class LifeChapter implements Chapter {

    @Override
    public String name() {
        return "life";
    }

    @Override
    public String title() {
        return "A buyer's whole life: a trial, made formal, renewed, frozen, thawed, changed, cancelled";
    }

    @Override
    public void play(Stage stage) {
        int violationsBefore = stage.simulator().violationCount();
        var purchase = Purchase.ready(stage, "{\"trial\":true,\"linearValue\":10}");
        purchase.step("refresh", "{\"scene\":\"TRIAL_TO_FORMAL\"}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\",\"expireDigits\":17}");
        purchase.step("freeze", "{}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
        purchase.step("unfreeze", "{}");
        purchase.step("details", "{}");
        purchase.step("check", "{}");
        purchase.step("check", "{\"productInfoAs\":\"STRING\"}");
        if (stage.place().hasExampleProduct()) {
            purchase.refused(
                    "check",
                    "{\"product\":{\"linearValue\":%d}}".formatted(ExampleProduct.TOO_MANY),
                    ExampleProduct.TOO_MANY_SAID);
            useSeats(stage, purchase);
            purchase.refused(
                    "check",
                    "{\"product\":{\"linearValue\":%d}}".formatted(ExampleProduct.TOO_FEW),
                    ExampleProduct.TOO_FEW_SAID);
        }
        purchase.step("upgrade", "{}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL_CHANGE\"}");
        purchase.step("refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}");
        purchase.step("release", "{\"unsubscribed\":true}");
        purchase.step("details", "{}", Judge.code("000003"), "FAILED");
        JsonNode shown = stage.simulator().purchase(purchase.orderId());
        stage.sheet()
                .check(
                        "one instance from the first call to the last: "
                                + shown.path("instanceId").asString("none"),
                        stage.simulator().violationCount() == violationsBefore,
                        "no violation of the protocol, got "
                                + stage.simulator().violations().path("violations"));
    }

    private static void useSeats(Stage stage, Purchase purchase) {
        var pages = new ProductPages();
        for (int seat = 0; seat < ExampleProduct.USED; seat++) {
            pages.useASeat(stage.simulator().purchase(purchase.orderId()));
        }
        stage.sheet().note("The buyer uses %d seats of the product".formatted(ExampleProduct.USED));
    }
}
