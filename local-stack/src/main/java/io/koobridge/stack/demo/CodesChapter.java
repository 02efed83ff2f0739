package io.koobridge.stack.demo;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Authorization codes: the seller's software asks license-service, which knows what the marketplace wants (license §4, §5). */
final class CodesChapter implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FAULTS = "/simulator/open-api/faults";

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public String title() {
        return "An authorization code: put into use, checked, reported, frozen, thawed, renewed, released";
    }

    @Override
    public void play(Stage stage) {
        var software = new SellerSoftware(stage.place());
        stage.lawfully(() -> {
            tooEarly(stage, software);
            live(stage.asking(software), software);
        });
    }

    /** A customer may have a code before he says so at the marketplace. */
    private static void tooEarly(Stage stage, SellerSoftware software) {
        stage.sheet().note("A code is put into use before its buyer has collected it");
        var purchase = Purchase.bought(stage, "{\"kind\":\"LICENSE_CODE\",\"linearValue\":5,\"collected\":false}");
        JsonNode early = software.activate(code(purchase));
        stage.show(purchase.tape(), Judge.FORM_ALONE, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the software is told: %s, %s"
                                .formatted(
                                        early.path("state").asString(""),
                                        early.path("why").asString("")),
                        early.path("state").asString("").equals("PENDING")
                                && early.path("marketplaceCode").asString("").equals("92020004"),
                        "PENDING because of 92020004, got " + early);
        collected(stage, software, purchase, early.path("id").asString(""));
    }

    /** KooBridge goes on trying by itself, every ten minutes; nobody waits for that here. */
    private static void collected(Stage stage, SellerSoftware software, Purchase purchase, String codeId) {
        stage.simulator().post("/simulator/codes/%s:collect".formatted(code(purchase)), "{}");
        stage.said(0, "retry", codeId, "--ledger", "license-codes", "--why", "the buyer has collected it");
        JsonNode checked = Waiting.until(PATIENCE, () -> software.check(code(purchase)), known -> known.path("usable")
                .asBoolean());
        stage.show(purchase.tape(), Judge.FORM_ALONE, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "collected, the software may run: "
                                + checked.path("reason").asString(""),
                        checked.path("usable").asBoolean()
                                && checked.path("reason").asString("").equals("ACTIVE"),
                        "ACTIVE, got " + checked);
    }

    private static void live(Stage stage, SellerSoftware software) {
        stage.sheet().note("Another one is collected, put into use, and used");
        var purchase = Purchase.bought(stage, "{\"kind\":\"LICENSE_CODE\",\"linearValue\":5}");
        purchase.awaitReady();
        JsonNode activated = software.activate(code(purchase));
        stage.sheet()
                .check(
                        "the software is told: %s"
                                .formatted(activated.path("state").asString("")),
                        activated.path("state").asString("").equals("ACTIVE"),
                        "ACTIVE, got " + activated);
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        reported(stage, software, purchase);
        stage.sheet().note("It is frozen; and thawed while the marketplace's API is down: what is known answers");
        purchase.step("freeze", "{}");
        stage.simulator().put(FAULTS, "{\"api\":\"HEARTBEAT\",\"kind\":\"HTTP_STATUS\",\"status\":503}");
        try {
            thawedByCallAlone(stage, purchase);
        } finally {
            stage.simulator().delete(FAULTS);
        }
        stage.sheet().note("It is renewed, and released");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
        purchase.step("release", "{\"unsubscribed\":true}");
        JsonNode released = software.check(code(purchase));
        stage.sheet()
                .check(
                        "the software may not run: " + released.path("reason").asString(""),
                        !released.path("usable").asBoolean(true)
                                && released.path("reason").asString("").equals("RELEASED"),
                        "RELEASED, got " + released);
    }

    /** Uses are collected for a while before they are reported, but not in a suite of the demo's own. */
    private static void reported(Stage stage, SellerSoftware software, Purchase purchase) {
        boolean stored = software.reportUse(code(purchase), "\"clientId\":\"client-1\"")
                        .path("stored")
                        .asBoolean()
                && software.reportUse(code(purchase), "\"activeCount\":42")
                        .path("stored")
                        .asBoolean();
        stage.sheet().check("two reports of use are stored", stored, "both stored");
        if (stage.place().mayStop().isEmpty()) {
            return;
        }
        String path = "/simulator/codes/" + code(purchase);
        JsonNode told = Waiting.until(PATIENCE, () -> stage.simulator().get(path), CodesChapter::hasBoth);
        stage.showIfAny(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the marketplace knows of them: " + told.path("usage"),
                        hasBoth(told),
                        "the client and the number, got " + told);
    }

    /** One that was stored while another one was reported is reported once more with it, which changes nothing. */
    private static boolean hasBoth(JsonNode code) {
        return code.path("usage")
                        .valueStream()
                        .anyMatch(entry -> entry.path("id").asString("").equals("client-1"))
                && code.path("usage")
                        .valueStream()
                        .anyMatch(entry -> entry.path("activeNum").asInt() == 42);
    }

    private static void thawedByCallAlone(Stage stage, Purchase purchase) {
        stage.simulator().step(purchase.orderId(), "unfreeze", "{}");
        var agreed = stage.agreement().await(purchase.orderId());
        JsonNode met = Waiting.until(
                PATIENCE,
                () -> stage.simulator().get(FAULTS + "?api=HEARTBEAT"),
                armed -> armed.path("hits").asInt() > 0);
        stage.show(purchase.tape(), Judge.FORM_ALONE, agreed);
        stage.sheet()
                .check(
                        "the marketplace was asked and did not answer, %d times"
                                .formatted(met.path("hits").asInt()),
                        met.path("hits").asInt() > 0,
                        "a query that meets it");
    }

    private static String code(Purchase purchase) {
        return purchase.shown().path("code").asString("");
    }
}
