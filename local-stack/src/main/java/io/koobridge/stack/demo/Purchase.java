package io.koobridge.stack.demo;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One purchase, moved on step by step; each step is shown with the state that it led to. */
final class Purchase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final String orderId;
    private final Tape tape;

    private Purchase(Stage stage, String orderId) {
        this.stage = stage;
        this.orderId = orderId;
        this.tape = stage.tape(orderId);
    }

    /** Bought, made real, and shown. */
    static Purchase ready(Stage stage, String wish) {
        var purchase = bought(stage, wish);
        var agreed = stage.agreement().await(purchase.orderId);
        purchase.awaitReady();
        stage.show(purchase.tape, Judge.HONEST, agreed);
        return purchase;
    }

    static Purchase bought(Stage stage, String wish) {
        return new Purchase(stage, stage.simulator().buy(wish));
    }

    /**
     * Sold, but the call about it is cut off before it is said: the marketplace has an order that nobody of ours heard of. It
     * calls again after an hour, unless somebody does before.
     */
    static Purchase unheard(Stage stage, String wish) {
        var members = (ObjectNode) JsonMapper.shared().readTree(wish);
        members.putArray("faults").addObject().put("kind", "CUT_CONNECTION").put("at", "IN_BODY");
        var purchase = bought(stage, members.toString());
        Waiting.until(
                PATIENCE, purchase::shown, shown -> shown.path("attemptCount").asInt() > 0);
        return purchase;
    }

    /** Somebody presses restart, unless the marketplace was quicker. */
    void restart() {
        if (shown().path("status").asString("").equals("ORDERED")) {
            stage.simulator().post("/simulator/purchases/%s:restart".formatted(orderId), "{}");
        }
    }

    JsonNode shown() {
        return stage.simulator().purchase(orderId);
    }

    /** A purchase that does not get ready is a wrong row. */
    void awaitReady() {
        String end = Waiting.until(
                PATIENCE,
                () -> shown().path("status").asString(""),
                status -> status.equals("READY") || status.equals("FAILED_REFUNDED"));
        if (!end.equals("READY")) {
            stage.sheet().check("the purchase %s is %s".formatted(orderId, end), false, "READY");
        }
    }

    Tape tape() {
        return tape;
    }

    String orderId() {
        return orderId;
    }

    String instanceId() {
        return shown().path("instanceId").asString("");
    }

    /** Its product is listed anew in the other edition. */
    void move(String edition) {
        stage.simulator()
                .post("/simulator/purchases/%s:move".formatted(orderId), "{\"edition\":\"%s\"}".formatted(edition));
    }

    /** Viewed again: V1 then repeats its purchase, which must make no second instance. */
    void details() {
        String instanceId = instanceId();
        JsonNode done = step("details", "{}", Judge.HONEST, "ACKNOWLEDGED");
        String told = done.path("attempts").path(0).path("instanceId").asString(instanceId);
        stage.sheet().check("it is " + told, told.equals(instanceId), instanceId);
    }

    /** A step that the seller must take. */
    void step(String step, String body) {
        step(step, body, Judge.HONEST, "ACKNOWLEDGED");
    }

    /** A question that the seller must answer with no, in the product's own words: a product that is away has the code too. */
    void refused(String step, String body, String words) {
        step(step, body, Judge.refusal(ExampleProduct.CHANGE_IMPOSSIBLE, words), "FAILED");
    }

    JsonNode step(String step, String body, Judge judge, String expectedEnd) {
        JsonNode done = stage.simulator().step(orderId, step, body);
        String end = done.path("state").asString("");
        stage.show(tape, judge, stage.agreement().await(orderId));
        if (!end.equals(expectedEnd)) {
            stage.sheet().check("the step " + step + " ended as " + end, false, expectedEnd);
        }
        return done;
    }
}
