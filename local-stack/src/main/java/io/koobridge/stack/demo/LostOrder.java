package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An order was paid and its call did not come: somebody is told, until it comes after all. */
final class LostOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Stage stage;
    private final Purchase purchase;

    private LostOrder(Stage stage, Purchase purchase) {
        this.stage = stage;
        this.purchase = purchase;
    }

    /** Only where the grace is short: in a suite of the demo's own. */
    static Optional<LostOrder> of(Stage stage) {
        if (stage.place().mayStop().isEmpty()) {
            stage.sheet()
                    .note("Not played: a lost order. Its grace is hours, and short only in a suite of the demo's own");
            return Optional.empty();
        }
        stage.sheet()
                .note(
                        "An order is paid, and the call about it is cut off. The grace of 4 h is a second here; we look later");
        return Optional.of(new LostOrder(stage, Purchase.unheard(stage, "{}")));
    }

    void found(OrdersTopic topic) {
        stage.sheet().note("The order of which nobody was told but by its notification");
        NotificationsChapter.told(stage, topic, purchase.orderId(), comparison("UNKNOWN"));
        finding("all", true);
        stage.sheet().note("Somebody sees that, and has the call restarted");
        purchase.restart();
        purchase.awaitReady();
        stage.show(purchase.tape(), Judge.HONEST, stage.agreement().await(purchase.orderId()));
        NotificationsChapter.told(stage, topic, purchase.orderId(), comparison("KNOWN"));
        finding("open", false);
    }

    private static Predicate<JsonNode> comparison(String expected) {
        return told -> told.path("comparison").asString("").equals(expected);
    }

    private void finding(String state, boolean expected) {
        var arguments = List.of("findings", "--kind", "ORDER_UNKNOWN", "--state", state);
        var said = Waiting.until(
                PATIENCE,
                () -> stage.place().cli().run(arguments),
                answer -> answer.exit() == 0 && answer.output().contains(purchase.orderId()) == expected);
        stage.sheet().said(String.join(" ", arguments), said.output());
        stage.sheet()
                .check(
                        "%s of them is about the order".formatted(expected ? "one" : "none"),
                        said.exit() == 0 && said.output().contains(purchase.orderId()) == expected,
                        (expected ? "one about " : "none about ") + purchase.orderId());
    }
}
