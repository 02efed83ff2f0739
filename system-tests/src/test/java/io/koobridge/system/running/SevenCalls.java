package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Each of the seven activities, called for a purchase of its own, all at once. */
final class SevenCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PROMISED = Duration.ofSeconds(3);
    private static final List<String> STEPS = List.of("refresh", "freeze", "upgrade", "release", "details", "check");

    /** They ask provisioning and store nothing; nobody repeats them (saas-v2 §10). */
    private static final Set<String> QUESTIONS = Set.of("queryInstance", "changeInstanceCheck");

    /**
     * What may be answered.
     *
     * @param ofPurchases to {@code newInstance}, the only one that knows {@code 000004} (saas-v2 §3)
     */
    record Codes(Set<String> ofPurchases, Set<String> ofChanges, Set<String> ofQuestions) {

        Set<String> of(String activity) {
            return activity.equals("newInstance")
                    ? ofPurchases
                    : QUESTIONS.contains(activity) ? ofQuestions : ofChanges;
        }
    }

    private final Marketplace marketplace;
    private final Map<String, String> orderIds = new LinkedHashMap<>();

    /** Buys what the calls are about, and waits until it is ready. */
    SevenCalls(Marketplace marketplace) {
        this.marketplace = marketplace;
        STEPS.forEach(step -> orderIds.put(step, marketplace.buyOne("{}")));
        orderIds.values().forEach(this::awaitReady);
    }

    private void awaitReady(String orderId) {
        await(orderId + " to be ready")
                .atMost(PATIENCE)
                .until(() ->
                        marketplace.purchase(orderId).path("status").asString().equals("READY"));
    }

    List<String> orderIds() {
        return List.copyOf(orderIds.values());
    }

    /** First attempts by activity, as the marketplace recorded them. */
    Map<String, JsonNode> call() {
        orderIds.forEach((step, orderId) -> marketplace.step(orderId, step, 0));
        orderIds.put("", marketplace.buyOne("{}"));
        var first = new LinkedHashMap<String, JsonNode>();
        for (String orderId : orderIds()) {
            await("an answer to " + orderId)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !lastStep(orderId).path("attempts").isEmpty());
            var step = lastStep(orderId);
            first.put(step.path("activity").asString(), step.path("attempts").path(0));
        }
        assertThat(first).hasSize(7);
        return first;
    }

    static void assertAnswered(Map<String, JsonNode> attempts, Codes expected) {
        assertThat(attempts).allSatisfy((activity, attempt) -> {
            assertThat(attempt.path("resultCode").asString("no answer")).isIn(expected.of(activity));
            assertThat(attempt.path("bodySign").asString()).isEqualTo("RIGHT");
            assertThat(attempt.path("millis").asLong()).isLessThan(PROMISED.toMillis());
        });
    }

    /** Each that is repeated is acknowledged by its timetable alone; each question is answered when it is asked again. */
    void awaitSuccessByItself() {
        var kinds = new ArrayList<String>();
        orderIds.forEach((step, orderId) -> {
            if (Set.of("details", "check").contains(step)) {
                assertThat(marketplace.step(orderId, step, 10).path("state").asString())
                        .as(step)
                        .isEqualTo("ACKNOWLEDGED");
            } else {
                await("the acknowledgement of " + step + " " + orderId)
                        .atMost(PATIENCE)
                        .until(() -> lastStep(orderId).path("state").asString().equals("ACKNOWLEDGED"));
                lastStep(orderId)
                        .path("attempts")
                        .forEach(attempt -> kinds.add(attempt.path("kind").asString()));
            }
        });
        assertThat(kinds).containsOnly("SCHEDULED");
        awaitReady(orderIds().getLast());
    }

    private JsonNode lastStep(String orderId) {
        var steps = marketplace.purchase(orderId).path("steps");
        return steps.path(steps.size() - 1);
    }
}
