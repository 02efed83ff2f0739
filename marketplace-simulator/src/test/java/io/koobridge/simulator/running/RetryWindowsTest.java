package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The windows of saas-v2 §10, an hour in a fifth of a second. */
class RetryWindowsTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--koobridge.time.origin=" + Instant.now(), "--koobridge.time.speed=18000");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** Sells and answers questions, and refuses every step. */
    private static Function<Received, Said> refusing() {
        StubGateway good = new StubGateway();
        return call -> call.activity().equals("newInstance") || call.activity().equals("queryInstance")
                ? good.apply(call)
                : Said.code("000005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "freeze", "unfreeze", "release"})
    void aStepIsRepeatedForAnHourAndThenFailsUntilItIsRestarted(String name) {
        running.seller.does(refusing());
        String orderId = running.ready("{}");
        JsonNode before = running.belief(orderId);

        JsonNode failed = running.step(orderId, name, "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("attemptCount").intValue()).isEqualTo(7);
        assertThat(Duration.between(
                        Instant.parse(failed.get("requestedAt").stringValue()),
                        Instant.parse(failed.get("endedAt").stringValue())))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(59));
        assertThat(running.belief(orderId)).isEqualTo(before);
        assertThat(running.purchase(orderId).get("settled").booleanValue()).isFalse();
        running.seller.does(new StubGateway());

        running.http.post("/simulator/purchases/" + orderId + "/steps/2:restart", null);

        assertThat(running.purchase(orderId).get("settled").booleanValue()).isTrue();
    }

    @Test
    void anUpgradeThatFailsForThreeHoursIsRefundedAndTheOldProductStays() {
        running.seller.does(refusing());
        String orderId = running.ready("{\"linearValue\":3}");
        int failedBefore = failedOrders();

        JsonNode refunded = running.step(orderId, "upgrade", "{}");

        assertThat(refunded.get("state").stringValue()).isEqualTo("REFUNDED");
        assertThat(refunded.get("attemptCount").intValue()).isEqualTo(4);
        assertThat(running.belief(orderId).get("product").get("linearValue").intValue())
                .isEqualTo(3);
        assertThat(failedOrders()).isBetween(failedBefore == 0 ? 1 : 0, failedBefore + 1);
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + "/steps/2:restart", null)
                        .status())
                .isEqualTo(409);
    }

    private static int failedOrders() {
        return running.http
                .get("/simulator/summary")
                .json()
                .get("delisting")
                .get("failedOrders")
                .intValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "details"})
    void aQuestionIsAskedOnce(String name) {
        running.seller.does(refusing());
        String orderId = running.ready("{}");
        running.seller.does(call -> Said.code("000005"));

        JsonNode failed = running.step(orderId, name, "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("attemptCount").intValue()).isEqualTo(1);
    }

    @Test
    void stepsOfARefundedPurchaseAreCancelled() {
        running.seller.does(call -> Said.code("000106"));
        String orderId = running.buy("{}");

        JsonNode cancelled = running.step(orderId, "freeze", "{}");

        assertThat(cancelled.get("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(running.purchase(orderId).get("status").stringValue()).isEqualTo("FAILED_REFUNDED");
    }

    @Test
    void aRefusedFaultCountsInNoTimetable() {
        running.seller.does(refusing());
        String orderId = running.ready("{}");

        JsonNode failed =
                running.step(orderId, "freeze", "{\"faults\":[{\"kind\":\"WRONG_KEY\"},{\"kind\":\"BODY_CHANGED\"}]}");

        assertThat(failed.get("attemptCount").intValue()).isEqualTo(9);
    }

    @Test
    void theScheduleReplaysTheDebugCasesByItself() {
        running.seller.does(new StubGateway());

        JsonNode on = running.http
                .put("/simulator/debug-replays/schedule", "{\"on\":true}")
                .json();

        assertThat(on.get("scheduled").booleanValue()).isTrue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(running.http
                        .get("/simulator/debug-replays")
                        .json()
                        .get("replays")
                        .size())
                .isGreaterThanOrEqualTo(2));
        JsonNode off = running.http
                .put("/simulator/debug-replays/schedule", "{\"on\":false}")
                .json();
        assertThat(off.get("scheduled").booleanValue()).isFalse();
        assertThat(off.get("failedDaysInARow").intValue()).isZero();
    }

    /** Both are refused at first; were they repeated beside each other, the order of their signatures would be anybody's. */
    @Test
    void aReorderedStepIsRepeatedOnlyWhenTheNextOneIsOver() {
        StubGateway good = new StubGateway();
        List<String> told = new CopyOnWriteArrayList<>();
        running.seller.does(call -> {
            String status = call.text("status");
            if (!call.activity().equals("updateInstanceStatus")) {
                return good.apply(call);
            }
            told.add(status);
            return Collections.frequency(told, status) < (status.equals("FREEZE") ? 2 : 5)
                    ? Said.code("000005")
                    : good.apply(call);
        });
        String orderId = running.ready("{}");
        running.http.post(
                "/simulator/purchases/" + orderId + ":freeze", "{\"faults\":[{\"kind\":\"REORDER\",\"seconds\":0}]}");

        running.step(orderId, "unfreeze", "{}");

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        running.purchase(orderId).get("settled").booleanValue())
                .isTrue());
        assertThat(told).startsWith("UNFREEZE").endsWith("UNFREEZE", "FREEZE").hasSize(7);
    }
}
