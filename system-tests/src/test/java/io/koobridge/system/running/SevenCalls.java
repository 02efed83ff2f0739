package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Each of the seven activities of each edition, called for a purchase of its own, all at once. */
final class SevenCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PROMISED = Duration.ofSeconds(3);

    /** Expiry is a call of V1's own; its "details" are another newInstance (saas-v1 §1.4, §1.5). */
    private static final Map<String, List<String>> STEPS = new TreeMap<>(Map.of(
            "V2", List.of("refresh", "freeze", "upgrade", "release", "details", "check"),
            "V1", List.of("refresh", "freeze", "upgrade", "release", "query", "expire")));

    /** They ask provisioning and store nothing; nobody repeats them (saas-v2 §10). */
    private static final Set<String> QUESTIONS = Set.of("details", "check", "query");

    private static final String PURCHASE = "purchase";

    /**
     * What may be answered.
     *
     * @param ofPurchases to {@code newInstance}, the only one that knows {@code 000004} (saas-v2 §3)
     */
    record Codes(Set<String> ofPurchases, Set<String> ofChanges, Set<String> ofQuestions) {

        Set<String> of(String step) {
            return step.equals(PURCHASE) ? ofPurchases : QUESTIONS.contains(step) ? ofQuestions : ofChanges;
        }
    }

    record Call(String edition, String step, String orderId) {}

    private final Marketplace marketplace;
    private final List<Call> calls = new ArrayList<>();

    /** Buys what the calls are about, and waits until it is ready. */
    SevenCalls(Marketplace marketplace) {
        this.marketplace = marketplace;
        STEPS.forEach((edition, steps) -> steps.forEach(step -> calls.add(new Call(edition, step, bought(edition)))));
        calls.forEach(this::awaitReady);
    }

    private String bought(String edition) {
        return marketplace.buyOne("{\"edition\":\"%s\"}".formatted(edition));
    }

    private void awaitReady(Call call) {
        await(call + " to be ready").atMost(PATIENCE).until(() -> marketplace
                .purchase(call.orderId())
                .path("status")
                .asString()
                .equals("READY"));
    }

    List<String> orderIds() {
        return calls.stream().map(Call::orderId).toList();
    }

    /** First attempts, as the marketplace recorded them. */
    Map<Call, JsonNode> call() {
        calls.forEach(call -> marketplace.step(call.orderId(), call.step(), 0));
        STEPS.keySet().forEach(edition -> calls.add(new Call(edition, PURCHASE, bought(edition))));
        var activities = new TreeSet<String>();
        var first = new LinkedHashMap<Call, JsonNode>();
        for (Call call : calls) {
            await("an answer to " + call)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !lastStep(call).path("attempts").isEmpty());
            var step = lastStep(call);
            activities.add(call.edition() + " " + step.path("activity").asString());
            first.put(call, step.path("attempts").path(0));
        }
        assertThat(activities).hasSize(2 * 7);
        return first;
    }

    /** What is not stored is not held either: V1's purchases have no longer than others here (design §3.8). */
    static void assertAnswered(Map<Call, JsonNode> attempts, Codes expected) {
        assertThat(attempts).allSatisfy((call, attempt) -> {
            assertThat(attempt.path("resultCode").asString("no answer")).isIn(expected.of(call.step()));
            assertThat(attempt.path("bodySign").asString()).isEqualTo("RIGHT");
            assertThat(attempt.path("millis").asLong()).isLessThan(PROMISED.toMillis());
        });
    }

    /** Each that is repeated is acknowledged by its timetable alone; each question is answered when it is asked again, once the gateway's breaker asks again. */
    void awaitSuccessByItself() {
        var kinds = new ArrayList<String>();
        for (Call call : calls) {
            if (QUESTIONS.contains(call.step())) {
                await("an answer to " + call)
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> marketplace
                                .step(call.orderId(), call.step(), 10)
                                .path("state")
                                .asString()
                                .equals("ACKNOWLEDGED"));
            } else {
                await("the acknowledgement of " + call)
                        .atMost(PATIENCE)
                        .until(() -> lastStep(call).path("state").asString().equals("ACKNOWLEDGED"));
                lastStep(call)
                        .path("attempts")
                        .forEach(attempt -> kinds.add(attempt.path("kind").asString()));
            }
        }
        assertThat(kinds).containsOnly("SCHEDULED");
        calls.stream().filter(call -> call.step().equals(PURCHASE)).forEach(this::awaitReady);
    }

    private JsonNode lastStep(Call call) {
        var steps = marketplace.purchase(call.orderId()).path("steps");
        return steps.path(steps.size() - 1);
    }
}
