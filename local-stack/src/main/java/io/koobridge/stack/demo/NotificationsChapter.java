package io.koobridge.stack.demo;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Every paid order is told of, looked up, compared with the calls, and told to the seller's own systems (docs/orders.md). */
final class NotificationsChapter implements Chapter {

    private static final List<String> TYPES = List.of("NEW", "RENEW", "CHANGE", "UNSUBSCRIBE");

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public String title() {
        return "Every paid order is told of: it is looked up, compared with the calls, and told to the seller's systems";
    }

    @Override
    public void play(Stage stage) {
        try (var topic = new OrdersTopic(stage.place().variable("KOOBRIDGE_BROKER_ADDRESS"))) {
            stage.sheet().note("A buyer's life, and beside each of its orders a notification");
            var purchase = Purchase.ready(stage, "{}");
            var lost = LostOrder.of(stage);
            stage.sheet().note("The buyer's life goes on");
            purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
            purchase.step("upgrade", "{}");
            purchase.step("release", "{\"unsubscribed\":true}");
            var orders = Notified.of(stage, purchase, TYPES);
            stage.showIfAny(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
            stage.sheet().note("What the seller's own systems read");
            orders.forEach(order -> told(stage, topic, order, soon(stage, purchase)));
            repeated(stage, topic, purchase);
            lost.ifPresent(order -> order.found(topic));
        }
    }

    private static void repeated(Stage stage, OrdersTopic topic, Purchase purchase) {
        stage.sheet().note("The same again, wrongly signed, and looked at once more because somebody asks");
        String orderId = purchase.orderId();
        Notified.again(stage, orderId, "{}", "000000");
        Notified.again(stage, orderId, "{\"fault\":{\"kind\":\"WRONG_KEY\"}}", "000001");
        stage.showIfAny(purchase.tape(), Judge.code("000000", "000001"), Agreed.NOT_ASKED);
        long version =
                told(stage, topic, orderId, known(purchase)).path("version").asLong();
        var said = stage.place().cli().run(List.of("orders", "replay", orderId, "--why", "the demo looks again"));
        stage.sheet().said("orders replay " + orderId + " --why 'the demo looks again'", said.output());
        stage.sheet().check("the command ends with " + said.exit(), said.exit() == 0, "0");
        told(
                stage,
                topic,
                orderId,
                known(purchase).and(told -> told.path("version").asLong() > version));
    }

    /** A notification that was quicker than its call rests until the grace is over, which is short only in a suite of the demo's own. */
    private static Predicate<JsonNode> soon(Stage stage, Purchase purchase) {
        return stage.place().mayStop().isPresent()
                ? known(purchase)
                : known(purchase)
                        .or(told -> told.path("comparison").asString("").equals("PENDING"));
    }

    private static Predicate<JsonNode> known(Purchase purchase) {
        String instanceId = purchase.instanceId();
        return told -> told.path("comparison").asString("").equals("KNOWN")
                && told.path("instanceId").asString("").equals(instanceId);
    }

    static JsonNode told(Stage stage, OrdersTopic topic, String orderId, Predicate<JsonNode> wanted) {
        JsonNode told = topic.await(orderId, wanted);
        stage.sheet()
                .check(
                        "%s %s: %s %s, version %d"
                                .formatted(
                                        told.path("details").path("orderType").asString("?"),
                                        orderId,
                                        told.path("comparison").asString("?"),
                                        told.path("instanceId").asString(""),
                                        told.path("version").asLong()),
                        wanted.test(told),
                        "another state of the order, got " + told);
        return told;
    }
}
