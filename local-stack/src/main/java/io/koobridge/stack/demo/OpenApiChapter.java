package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The marketplace's order query fails in every way, once each; what was bought is learned all the same. */
final class OpenApiChapter implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FAULTS = "/simulator/open-api/faults";

    /** The purchase and the notified order each have the order queried; either may have met the failure. */
    private static final int ASK = 2;

    /** Hanging comes last: the others recover meanwhile. */
    private static final List<String> FAILURES = List.of(
            "{\"kind\":\"RESULT_CODE\",\"code\":\"MKT.0250\",\"calls\":1}",
            "{\"kind\":\"RESULT_CODE\",\"code\":\"MKT.0999\",\"calls\":1}",
            "{\"kind\":\"GATEWAY_ERROR\",\"calls\":1}",
            "{\"kind\":\"HTTP_STATUS\",\"status\":503,\"calls\":1}",
            "{\"kind\":\"CUT\",\"calls\":1}",
            "{\"kind\":\"GARBAGE\",\"calls\":1}",
            "{\"kind\":\"HANG\",\"seconds\":15,\"calls\":1}");

    @Override
    public String name() {
        return "open-api";
    }

    @Override
    public String title() {
        return "The order query fails in every way: the purchase waits and becomes real by itself";
    }

    @Override
    public void play(Stage stage) {
        var purchases = new ArrayList<Purchase>();
        for (String failure : FAILURES) {
            stage.simulator().put(FAULTS, failure);
            var purchase = Purchase.bought(stage, "{}");
            JsonNode met = Waiting.until(
                    PATIENCE,
                    () -> stage.simulator().get(FAULTS),
                    armed -> armed.path("hits").asInt() > 0);
            stage.sheet().check("armed " + failure, met.path("hits").asInt() > 0, "an order query that meets it");
            purchases.add(purchase);
        }
        for (Purchase purchase : purchases) {
            var agreed = stage.agreement().await(purchase.orderId(), PATIENCE);
            purchase.awaitReady();
            Waiting.until(PATIENCE, () -> answered(stage, purchase), count -> count >= ASK);
            stage.show(stage.tape(purchase.orderId()), Judge.FORM_ALONE, agreed);
        }
        stage.simulator().delete(FAULTS);
    }

    private static long answered(Stage stage, Purchase purchase) {
        return stage.simulator().calls("orderId=" + purchase.orderId()).stream()
                .map(Call::new)
                .filter(call -> !call.toSeller() && call.verdict().equals("ANSWERED"))
                .count();
    }
}
