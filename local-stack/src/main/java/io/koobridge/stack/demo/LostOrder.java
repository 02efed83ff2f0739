package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An order was paid and its call did not come: somebody is told, until it comes after all. */
final class LostOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> FINDINGS = List.of("findings", "--kind", "ORDER_UNKNOWN");

    private LostOrder() {}

    static void play(Stage stage, OrdersTopic topic) {
        if (stage.place().mayStop().isEmpty()) {
            stage.sheet()
                    .note("Not played: a lost order. Its grace is hours, and short only in a suite of the demo's own");
            return;
        }
        stage.sheet().note("An order is paid, and the call about it never arrives. The grace of 4 h is 5 s here");
        var lost = Purchase.unheard(stage, "{}");
        stage.show(lost.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        NotificationsChapter.told(stage, topic, lost.orderId(), comparison("UNKNOWN"));
        found(stage, lost, true);
        stage.sheet().note("Somebody sees that, and has the call restarted");
        lost.restart();
        lost.awaitReady();
        stage.show(lost.tape(), Judge.HONEST, stage.agreement().await(lost.orderId()));
        NotificationsChapter.told(stage, topic, lost.orderId(), comparison("KNOWN"));
        found(stage, lost, false);
    }

    private static Predicate<JsonNode> comparison(String expected) {
        return told -> told.path("comparison").asString("").equals(expected);
    }

    private static void found(Stage stage, Purchase purchase, boolean expected) {
        var said = Waiting.until(
                PATIENCE,
                () -> stage.place().cli().run(FINDINGS),
                answer -> answer.exit() == 0 && answer.output().contains(purchase.orderId()) == expected);
        stage.sheet().said(String.join(" ", FINDINGS), said.output());
        stage.sheet()
                .check(
                        "the order is %s open finding".formatted(expected ? "an" : "no"),
                        said.output().contains(purchase.orderId()) == expected,
                        (expected ? "one about " : "none about ") + purchase.orderId());
    }
}
