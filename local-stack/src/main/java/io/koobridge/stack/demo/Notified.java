package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The marketplace's notifications, as it sees them itself. */
final class Notified {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Notified() {}

    /** The ids of the orders of a purchase, in the order of these types; each has to be acknowledged. */
    static List<String> of(Stage stage, Purchase purchase, List<String> types) {
        var notified = Waiting.until(
                PATIENCE,
                () -> all(stage, purchase),
                all -> all.size() >= types.size() && all.stream().allMatch(Notified::isAcknowledged));
        var told = notified.stream()
                .map(order -> order.path("orderType").asString(""))
                .toList();
        stage.sheet()
                .check(
                        "notified and acknowledged: " + told,
                        told.equals(types) && notified.stream().allMatch(Notified::isAcknowledged),
                        types + ", got " + notified);
        return notified.stream()
                .map(order -> order.path("orderId").asString(""))
                .toList();
    }

    /** One more call about an order. */
    static void again(Stage stage, String orderId, String body, String code) {
        JsonNode call = stage.simulator()
                .post("/simulator/notifications/%s:again".formatted(orderId), body)
                .path("attempts")
                .path(0);
        stage.sheet()
                .check(
                        "notified again: " + call.path("resultCode").asString("no answer"),
                        call.path("resultCode").asString("").equals(code),
                        code + ", got " + call);
    }

    private static boolean isAcknowledged(JsonNode notification) {
        return notification.path("state").asString("").equals("ACKNOWLEDGED");
    }

    /** The oldest first. */
    private static List<JsonNode> all(Stage stage, Purchase purchase) {
        return stage.simulator()
                .get("/simulator/notifications?purchase=" + purchase.orderId())
                .path("notifications")
                .valueStream()
                .toList()
                .reversed();
    }
}
