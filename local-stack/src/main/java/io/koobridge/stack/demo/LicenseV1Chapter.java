package io.koobridge.stack.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** License V1: the licence is in the answer to the purchase (license §7). */
final class LicenseV1Chapter implements Chapter {

    private static final String PRODUCT = "OFFI900000000000000022";

    @Override
    public String name() {
        return "license-v1";
    }

    @Override
    public String title() {
        return "License V1: the licence is in the answer to the purchase, and the same each time it is asked for";
    }

    @Override
    public void play(Stage stage) {
        int violationsBefore = stage.simulator().violationCount();
        try (var store = new LicenseStore(stage.place().variable("KOOBRIDGE_STORE_ADDRESS"))) {
            live(stage.asking(stage.agreement().ledger(), store), store);
        }
        stage.sheet()
                .check(
                        "nothing that was answered breaks the protocol",
                        stage.simulator().violationCount() == violationsBefore,
                        "no violation, got " + stage.simulator().violations().path("violations"));
    }

    private static void live(Stage stage, LicenseStore store) {
        stage.sheet().note("One licence for three is bought, and answered");
        var purchase = Purchase.ready(
                stage,
                "{\"kind\":\"LICENSE\",\"edition\":\"V1\",\"productId\":\"%s\",\"linearValue\":3}".formatted(PRODUCT));
        JsonNode shown = purchase.shown();
        String licence = shown.path("license").asString("");
        LicensesChapter.check(stage, licence, shown);
        stage.sheet().note("The marketplace asks again");
        stage.simulator().post("/simulator/purchases/%s:duplicate?count=2".formatted(purchase.orderId()), "{}");
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        String again = purchase.shown().path("license").asString("");
        stage.sheet()
                .check(
                        "it is the same licence: %d characters".formatted(again.length()),
                        !again.isEmpty() && again.equals(licence),
                        "the same");
        var licences = new Applications(stage, purchase);
        stage.sheet().note("It ends unpaid, and is renewed, which thaws it: there is a licence until the new end");
        purchase.step("expire", "{}");
        purchase.step("refresh", "{}");
        licences.are(store, List.of("DELIVERED", "DELIVERED"));
        stage.simulator().post("/simulator/purchases/%s:duplicate".formatted(purchase.orderId()), "{}");
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        String renewed = purchase.shown().path("license").asString("");
        stage.sheet()
                .check(
                        "whoever asks again gets that one: %d characters".formatted(renewed.length()),
                        !renewed.isEmpty() && !renewed.equals(licence),
                        "another than before the renewal");
        stage.sheet().note("It is given back");
        purchase.step("release", "{}");
        licences.are(store, List.of("REVOKED", "REVOKED"));
    }
}
