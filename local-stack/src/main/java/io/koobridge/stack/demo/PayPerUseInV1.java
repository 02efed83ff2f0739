package io.koobridge.stack.demo;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Pay-per-use in V1: the order alone does not tell its instances apart, the product does (saas-v1 §1.5). */
final class PayPerUseInV1 {

    private static final String FIRST = "OFFI900000000000000021";
    private static final String SECOND = "OFFI900000000000000022";

    private PayPerUseInV1() {}

    static void play(Stage stage) {
        stage.sheet().note("Pay-per-use in V1: nothing ends, and every query tells the usage");
        var purchase = Purchase.ready(
                stage,
                "{\"edition\":\"V1\",\"chargingMode\":\"ON_DEMAND\",\"productId\":\"%s\",\"linearValue\":1}"
                        .formatted(FIRST));
        purchase.step("query", "{}");
        purchase.details();
        anotherProductOf(stage, purchase);
        purchase.step("release", "{}");
    }

    /** The stand-in marketplace sells one product in an order, so this call is made by the command line. */
    private static void anotherProductOf(Stage stage, Purchase purchase) {
        var arguments = List.of(
                "trigger",
                "newInstance",
                "--edition=v1",
                "--json",
                "--order=" + purchase.orderId(),
                "--param=chargingMode=0",
                "--param=productId=" + SECOND);
        var said = stage.place().cli().run(arguments);
        stage.sheet().said(String.join(" ", arguments), said.output());
        String second = instanceId(said.output());
        stage.sheet()
                .check(
                        "another product of the same order is another instance: " + second,
                        said.exit() == 0 && !second.isEmpty() && !second.equals(purchase.instanceId()),
                        "an id, and another one than " + purchase.instanceId());
    }

    private static String instanceId(String line) {
        try {
            return JsonMapper.shared().readTree(line).path("instanceId").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
