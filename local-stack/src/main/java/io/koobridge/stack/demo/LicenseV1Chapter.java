package io.koobridge.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** License V1: the licence is in the answer to the purchase (license §7). */
final class LicenseV1Chapter implements Chapter {

    private static final String PRODUCT = "OFFI900000000000000022";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
        stage.lawfully(() -> {
            try (var store = LicenseStore.of(stage.place())) {
                live(stage.asking(stage.agreement().ledger(), store), store);
            }
        });
    }

    private static void live(Stage stage, LicenseStore store) {
        stage.sheet().note("One licence for three is bought, and answered");
        var purchase = Purchase.ready(
                stage,
                "{\"kind\":\"LICENSE\",\"edition\":\"V1\",\"productId\":\"%s\",\"linearValue\":3}".formatted(PRODUCT));
        JsonNode shown = purchase.shown();
        String licence = shown.path("license").asString("");
        OfflineCheck.of(stage, "license-v1", licence)
                .accepts(
                        "--product",
                        PRODUCT,
                        "--at",
                        Instant.parse(shown.path("createdAt").asString(""))
                                .plus(A_MINUTE)
                                .toString());
        stage.sheet().note("The marketplace asks again");
        stage.simulator().post("/simulator/purchases/%s:duplicate?count=2".formatted(purchase.orderId()), "{}");
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        var answered = answered(stage, purchase);
        stage.sheet()
                .check(
                        "all %d answers have the same licence".formatted(answered.size()),
                        answered.size() == 3 && Set.copyOf(answered).equals(Set.of(licence)),
                        "three that are the same, got " + answered);
        var licences = new Applications(stage, purchase);
        stage.sheet().note("It ends unpaid, and is renewed, which thaws it: there is a licence until the new end");
        purchase.step("expire", "{}");
        purchase.step("refresh", "{}");
        licences.are(store, List.of("DELIVERED", "DELIVERED"));
        stage.simulator().post("/simulator/purchases/%s:duplicate".formatted(purchase.orderId()), "{}");
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        String renewed = answered(stage, purchase).getFirst();
        stage.sheet()
                .check(
                        "whoever asks again gets that one: %d characters".formatted(renewed.length()),
                        !renewed.isEmpty() && !renewed.equals(licence),
                        "another than before the renewal");
        stage.sheet().note("It is given back");
        purchase.step("release", "{}");
        licences.are(store, List.of("REVOKED", "REVOKED"));
    }

    /** As they came, the newest first: what the marketplace shows of a purchase is one, whatever it was told again. */
    private static List<String> answered(Stage stage, Purchase purchase) {
        return stage.simulator().calls("name=getLicense&orderId=" + purchase.orderId()).stream()
                .map(call -> new Call(call).license())
                .toList();
    }
}
