package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LivesTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--strict-orders");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static JsonNode awaitState(String orderId, String state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(running.http
                        .get("/simulator/lives/" + orderId)
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo(state));
        return running.http.get("/simulator/lives/" + orderId).json();
    }

    @Test
    void aSubscriptionLivesFromTrialToUnsubscription() {
        StubGateway gateway = new StubGateway();
        running.seller.does(gateway);

        JsonNode begun = running.http.post("/simulator/lives", "{}").json();

        String orderId = begun.get("orderId").stringValue();
        JsonNode over = awaitState(orderId, "DONE");
        assertThat(over.get("done").intValue())
                .isEqualTo(12)
                .isEqualTo(begun.get("planned").intValue());
        JsonNode purchase = running.purchase(orderId);
        assertThat(purchase.get("steps").values())
                .extracting(step -> step.get("step").stringValue()
                        + (step.has("scene") ? " " + step.get("scene").stringValue() : ""))
                .containsExactly(
                        "NEW_INSTANCE",
                        "REFRESH TRIAL_TO_FORMAL",
                        "REFRESH RENEWAL",
                        "FREEZE",
                        "REFRESH RENEWAL",
                        "UNFREEZE",
                        "DETAILS",
                        "CHECK",
                        "UPGRADE",
                        "REFRESH RENEWAL_CHANGE",
                        "REFRESH UNSUBSCRIBE_RENEWAL_PERIOD",
                        "RELEASE");
        assertThat(purchase.get("settled").booleanValue()).isTrue();
        assertThat(purchase.get("belief").get("wanted").stringValue()).isEqualTo("RELEASED");
        assertThat(gateway.told("kb" + orderId).wanted()).isEqualTo("RELEASED");
        assertThat(gateway.told("kb" + orderId).expireTime())
                .isEqualTo(purchase.get("belief").get("expireTime").stringValue());
    }

    @ParameterizedTest
    @CsvSource({"ON_DEMAND, 5", "ON_DEMAND_PKG, 5", "ONE_TIME, 3"})
    void otherModesHaveShorterLives(String mode, int steps) {
        running.seller.does(new StubGateway());

        String orderId = running.http
                .post("/simulator/lives", "{\"purchase\":{\"chargingMode\":\"" + mode + "\"},\"pauseMillis\":1}")
                .json()
                .get("orderId")
                .stringValue();

        assertThat(awaitState(orderId, "DONE").get("done").intValue()).isEqualTo(steps);
    }

    @Test
    void aLifeStopsAtTheFirstStepThatIsNotAcknowledged() {
        StubGateway good = new StubGateway();
        running.seller.does(
                call -> call.activity().equals("changeInstanceCheck") ? Said.code("000005") : good.apply(call));

        String orderId = running.http
                .post("/simulator/lives", "{}")
                .json()
                .get("orderId")
                .stringValue();

        JsonNode stopped = awaitState(orderId, "STOPPED");
        assertThat(stopped.get("current").stringValue()).isEqualTo("CHECK");
        assertThat(stopped.get("reason").stringValue()).isEqualTo("step 8 is FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"pauseMillis\":-1}",
                "{\"pauseMillis\":60001}",
                "{\"purchase\":{\"periodType\":\"age\"}}",
                "{\"colour\":1}"
            })
    void aBadLifeIsRefused(String body) {
        assertThat(running.http.post("/simulator/lives", body).status()).isEqualTo(400);
    }

    @Test
    void aLifeNobodyLivesIsNotFound() {
        assertThat(running.http.get("/simulator/lives/NOBODY").status()).isEqualTo(404);
    }

    @Test
    void debugCasesPassWithASellerWhoKnowsThem() {
        running.seller.does(new StubGateway());

        JsonNode replay = running.http.post("/simulator/debug-replays", null).json();

        assertThat(replay.get("failed").intValue()).as(replay.toString()).isZero();
        assertThat(replay.get("cases").values())
                .hasSize(17)
                .extracting(saved -> saved.get("activity").stringValue())
                .contains(
                        "newInstance",
                        "queryInstance",
                        "refreshInstance",
                        "updateInstanceStatus",
                        "releaseInstance",
                        "upgradeInstance",
                        "changeInstanceCheck");
        assertThat(running.seller.calls("releaseInstance")).anySatisfy(call -> {
            assertThat(call.text("testFlag")).isEqualTo("1");
            assertThat(call.text("instanceId")).isEqualTo("123456789");
        });
    }

    @Test
    void aDebugCaseThatIsStillProvisioningFails() {
        running.seller.does(call -> Said.instance("000004", "debug"));

        JsonNode replay = running.http.post("/simulator/debug-replays", null).json();

        assertThat(replay.get("passed").intValue()).isZero();
        assertThat(replay.get("cases").get(0).get("reason").stringValue()).isEqualTo("resultCode is 000004");
        assertThat(running.http
                        .get("/simulator/debug-replays")
                        .json()
                        .get("frozenForTrading")
                        .booleanValue())
                .isFalse();
    }
}
