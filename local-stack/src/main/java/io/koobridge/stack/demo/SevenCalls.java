package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Each of the seven activities, for a purchase of its own, all at once. */
final class SevenCalls {

    private static final Duration ANSWERED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Asked once, and of provisioning alone: what is asked changes nothing, and nothing repeats it (saas-v2 §10). */
    private static final Set<String> QUESTIONS = Set.of("details", "check");

    /** Beside the purchase: what changes an order is repeated once an hour (saas-v2 §10). */
    private static final Set<String> HOURLY = Set.of("upgrade");

    private static final List<String> STEPS = List.of("refresh", "freeze", "upgrade", "release", "details", "check");

    private final Stage stage;
    private final Map<String, Purchase> purchases;
    private @Nullable Purchase bought;

    private SevenCalls(Stage stage, Map<String, Purchase> purchases) {
        this.stage = stage;
        this.purchases = purchases;
    }

    /** One purchase for each step; returns when all of them are ready, without a row. */
    static SevenCalls ready(Stage stage) {
        var purchases = new LinkedHashMap<String, Purchase>();
        STEPS.forEach(step -> purchases.put(step, Purchase.bought(stage, "{}")));
        for (Purchase purchase : purchases.values()) {
            purchase.awaitReady();
            stage.agreement().await(purchase.orderId());
            purchase.tape().fresh();
        }
        return new SevenCalls(stage, purchases);
    }

    /** Returns when each was answered once. */
    void call() {
        bought = Purchase.bought(stage, "{}");
        purchases.forEach((step, purchase) -> stage.simulator().begin(purchase.orderId(), step));
        all().forEach(purchase ->
                Waiting.until(ANSWERED, () -> lastStep(purchase).path("attempts"), attempts -> !attempts.isEmpty()));
    }

    /** What they were answered. */
    void show(Judge judge) {
        all().forEach(purchase -> stage.show(purchase.tape(), judge, Agreed.NOT_ASKED));
    }

    /**
     * Each call succeeds by the marketplace's timetable, each question when it is asked again. That comes last, when the purchase is
     * ready and the marketplace's own questions were answered: who was away for long is not asked for some more seconds.
     */
    void awaitSuccess() {
        awaitHourly();
        awaitSoon();
    }

    /** The questions, and the calls that are repeated within the hour. */
    void awaitSoon() {
        purchases.forEach((step, purchase) -> {
            if (QUESTIONS.contains(step)) {
                purchase.step(step, "{}");
            } else if (!HOURLY.contains(step)) {
                awaitSuccess(purchase);
            }
        });
    }

    /** The calls about orders. */
    void awaitHourly() {
        HOURLY.forEach(step -> awaitSuccess(Objects.requireNonNull(purchases.get(step), step)));
        awaitSuccess(bought());
    }

    private void awaitSuccess(Purchase purchase) {
        JsonNode end = Waiting.until(PATIENCE, () -> lastStep(purchase), SevenCalls::isOver);
        var agreed = stage.agreement().await(purchase.orderId(), PATIENCE);
        if (purchase == bought()) {
            purchase.awaitReady();
        }
        stage.showIfAny(purchase.tape(), Judge.code("000000", "000004", "000005"), agreed);
        long pressed = end.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("kind").asString("").equals("RESTART"))
                .count();
        stage.sheet()
                .check(
                        "%s is acknowledged after %d scheduled attempt(s)"
                                .formatted(
                                        end.path("activity").asString(""),
                                        end.path("attemptCount").asInt()),
                        end.path("state").asString("").equals("ACKNOWLEDGED") && pressed == 0,
                        "ACKNOWLEDGED without a restart, got "
                                + end.path("state").asString(""));
    }

    private List<Purchase> all() {
        var all = new ArrayList<>(purchases.values());
        all.add(bought());
        return all;
    }

    private Purchase bought() {
        return Objects.requireNonNull(bought, "call() comes first");
    }

    private JsonNode lastStep(Purchase purchase) {
        JsonNode steps = stage.simulator().purchase(purchase.orderId()).path("steps");
        return steps.path(steps.size() - 1);
    }

    private static boolean isOver(JsonNode step) {
        return Set.of("ACKNOWLEDGED", "FAILED", "REFUNDED", "CANCELLED")
                .contains(step.path("state").asString(""));
    }
}
