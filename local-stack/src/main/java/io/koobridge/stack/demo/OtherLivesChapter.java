package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lives of products that are not sold for a period, played by the marketplace itself; all at once. */
final class OtherLivesChapter implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> MODES = List.of("ON_DEMAND", "ON_DEMAND_PKG", "ONE_TIME");

    @Override
    public String name() {
        return "other-lives";
    }

    @Override
    public String title() {
        return "Pay-per-use, a package and a one-time purchase, from purchase to unsubscription";
    }

    @Override
    public void play(Stage stage) {
        var orderIds = new ArrayList<String>();
        for (String mode : MODES) {
            orderIds.add(stage.simulator()
                    .post(
                            "/simulator/lives",
                            "{\"purchase\":{\"chargingMode\":\"%s\"},\"pauseMillis\":300}".formatted(mode))
                    .path("orderId")
                    .asString(""));
        }
        for (int i = 0; i < MODES.size(); i++) {
            String orderId = orderIds.get(i);
            JsonNode life = Waiting.until(
                    PATIENCE,
                    () -> stage.simulator().get("/simulator/lives/" + orderId),
                    seen -> !seen.path("state").asString("").equals("RUNNING"));
            stage.show(stage.tape(orderId), Judge.HONEST, stage.agreement().await(orderId));
            stage.sheet()
                    .check(
                            "%s: %d of %d steps"
                                    .formatted(
                                            MODES.get(i),
                                            life.path("done").asInt(),
                                            life.path("planned").asInt()),
                            life.path("state").asString("").equals("DONE"),
                            "DONE, got " + life);
        }
    }
}
