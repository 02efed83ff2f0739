package io.koobridge.stack.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The same life twice, step by step: what V1 says by other calls, or by none, becomes the same (saas-v1 §2, saas-v2 §2). */
final class SideBySide {

    private final Stage stage;
    private final Purchase v1;
    private final Purchase v2;

    private SideBySide(Stage stage, Purchase v1, Purchase v2) {
        this.stage = stage;
        this.v1 = v1;
        this.v2 = v2;
    }

    static void play(Stage stage) {
        stage.sheet()
                .note("One product is listed in V1, one in V2: V1 is told at once how to get in, V2 asks until it is");
        new SideBySide(
                        stage,
                        Purchase.ready(
                                stage,
                                "{\"edition\":\"V1\",\"trial\":true,\"linearValue\":10,\"productId\":\"OFFI900000000000000011\"}"),
                        Purchase.ready(stage, "{\"trial\":true,\"linearValue\":10}"))
                .live();
    }

    private void live() {
        AccessData.areSecretOnTheWay(stage, v1);
        stage.sheet().note("Both trials become formal, and are viewed again");
        both("refresh", "{\"scene\":\"TRIAL_TO_FORMAL\"}");
        both("details", "{}");
        stage.sheet().note("Both end unpaid and are renewed: in V1 that thaws, in V2 a call of its own does");
        v1.step("expire", "{}");
        v2.step("freeze", "{}");
        both("refresh", "{\"scene\":\"RENEWAL\"}");
        wanted(v1, "ACTIVE");
        wanted(v2, "FROZEN");
        v2.step("unfreeze", "{}");
        stage.sheet().note("Both are frozen and thawed by the marketplace: FREEZE and NORMAL, FREEZE and UNFREEZE");
        both("freeze", "{}");
        both("unfreeze", "{}");
        stage.sheet().note("Both are upgraded: V1's call says to what, V2's is asked about its order");
        both("upgrade", "{}");
        stage.sheet().note("A renewal is taken back: by a negative amount in V1, by a scene in V2");
        both("refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}");
        stage.sheet().note("Both are asked about, with each other and with one that nobody knows");
        v1.step("query", queryWith(v2));
        v2.step("query", queryWith(v1));
        stage.sheet()
                .note(
                        "Both are unsubscribed; whoever views them again is told that they are gone, V1 by its old address");
        both("release", "{\"unsubscribed\":true}");
        v1.step("details", "{}");
        v2.step("details", "{}", Judge.code("000003"), "FAILED");
        wanted(v1, InstanceState.RELEASED);
    }

    private void both(String step, String body) {
        List.of(v1, v2).forEach(purchase -> purchase.step(step, body));
    }

    private static String queryWith(Purchase other) {
        return "{\"instanceIds\":[\"%s\",\"nobody-knows-this-one\"]}".formatted(other.instanceId());
    }

    private void wanted(Purchase purchase, String expected) {
        JsonNode shown = stage.simulator().purchase(purchase.orderId());
        String wanted = shown.path("belief").path("wanted").asString("");
        stage.sheet()
                .check(
                        "%s is %s".formatted(shown.path("edition").asString(""), wanted),
                        wanted.equals(expected),
                        expected);
    }
}
