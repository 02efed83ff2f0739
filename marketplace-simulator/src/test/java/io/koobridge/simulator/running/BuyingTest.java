package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** In uncompressed time, so that a failed first attempt stays the only scheduled one. */
class BuyingTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aPurchaseIsAcknowledgedAndPolledUntilItIsReady() {
        running.seller.sellsAtOnce("000000");

        String orderId = running.buy("{}");

        JsonNode purchase = running.awaitStatus(orderId, "READY");
        assertThat(purchase.get("instanceId").stringValue()).isEqualTo("kb" + orderId);
        assertThat(purchase.get("appInfo").get("frontEndUrl").stringValue())
                .isEqualTo("https://app.example.com/kb" + orderId);
        assertThat(purchase.get("attemptCount").intValue()).isEqualTo(1);
        assertThat(purchase.get("attempts").get(0).get("bodySign").stringValue())
                .isEqualTo("ABSENT");
    }

    @Test
    void theCallIsExactlyTheDocumentedOne() {
        running.seller.sellsAtOnce("000000");

        String orderId = running.buy(null);

        running.awaitStatus(orderId, "READY");
        assertThat(orderId).matches("CS[0-9]{10}[A-Z0-9]{8}");
        Received call = running.seller.calls("newInstance", orderId).getFirst();
        assertThat(call.rawBody())
                .isEqualTo("{\"activity\":\"newInstance\",\"businessId\":\"" + call.text("businessId")
                        + "\",\"orderId\":\"" + orderId + "\",\"orderLineId\":\"" + orderId + "-000001\"}");
        assertThat(call.contentType()).isEqualTo("application/json;charset=utf8");
        assertThat(call.query()).containsOnlyKeys("signature", "timestamp", "nonce");
        assertThat(call.query().get("timestamp")).hasSize(13);
        assertThat(call.rightlySigned()).isTrue();
    }

    @Test
    void aProvisioningInstanceIsPolledUntilTheInformationIsThere() {
        AtomicInteger questions = new AtomicInteger();
        running.seller.does(call -> {
            if (call.activity().equals("newInstance")) {
                return Said.instance("000004", "kb-slow");
            }
            return questions.incrementAndGet() < 4 ? Said.code("000004") : Said.info(call, "");
        });

        String orderId = running.buy("{}");

        JsonNode purchase = running.awaitStatus(orderId, "READY");
        assertThat(purchase.get("polls").get("count").intValue()).isEqualTo(4);
        assertThat(purchase.get("polls").has("lastReason")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/html | {\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"i\"} | Content-Type is text/html, not application/json",
                "application/json | {\"resultCode\":\"000000\",\"instanceId\":\"i\"} | resultMsg is missing or not a string",
                "application/json | {\"resultCode\":\"000005\",\"resultMsg\":\"m\"} | resultCode is 000005"
            })
    void anAnswerThatIsNoSuccessIsRepeatedAnHourLater(String contentType, String body, String reason) {
        running.seller.does(call -> Said.json(body).as(contentType));

        String orderId = running.buy("{}");

        JsonNode attempt = running.awaitAttempts(orderId, 1).getFirst();
        assertThat(attempt.get("reason").stringValue()).isEqualTo(reason);
        JsonNode purchase = running.purchase(orderId);
        assertThat(purchase.get("status").stringValue()).isEqualTo("ORDERED");
        assertThat(Duration.between(
                        Instant.parse(purchase.get("createdAt").stringValue()),
                        Instant.parse(purchase.get("nextAttemptAt").stringValue())))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRestartCallsAgainWithNewIdsAndSucceeds() {
        running.seller.does(call -> Said.code("000005"));
        String orderId = running.buy("{}");
        running.awaitAttempts(orderId, 1);
        running.seller.sellsAtOnce("000000");

        Http.Got restart = running.http.post("/simulator/purchases/" + orderId + ":restart", null);

        assertThat(restart.status()).isEqualTo(200);
        assertThat(restart.json().get("kind").stringValue()).isEqualTo("RESTART");
        running.awaitStatus(orderId, "READY");
        List<Received> calls = running.seller.calls("newInstance", orderId);
        assertThat(calls).extracting(call -> call.text("businessId")).doesNotHaveDuplicates();
        assertThat(calls).extracting(call -> call.query().get("nonce")).doesNotHaveDuplicates();
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":restart", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDuplicateThatGetsAnotherInstanceIsAViolation() {
        running.seller.sellsAtOnce("000000");
        String orderId = running.buy("{}");
        running.awaitStatus(orderId, "READY");
        running.seller.does(call -> Said.instance("000000", "kb-another"));

        Http.Got duplicates = running.http.post("/simulator/purchases/" + orderId + ":duplicate?count=2", null);

        assertThat(duplicates.json().get("attempts").values())
                .extracting(attempt -> attempt.get("instanceId").stringValue())
                .containsExactly("kb-another", "kb-another");
        assertThat(running.http
                        .get("/simulator/violations")
                        .json()
                        .get("violations")
                        .values())
                .filteredOn(violation -> violation.get("orderId").stringValue().equals(orderId))
                .extracting(violation -> violation.get("kind").stringValue())
                .containsOnly("OTHER_INSTANCE_FOR_SAME_ORDER_LINE")
                .hasSize(2);
        assertThat(running.purchase(orderId).get("instanceId").stringValue()).isEqualTo("kb" + orderId);
    }

    @Test
    void payPerUseIsReadyOnlyWithUsage() {
        running.seller.sellsAtOnce("000000");
        String orderId = running.buy("{\"chargingMode\":\"ON_DEMAND\"}");
        await().untilAsserted(() -> assertThat(running.purchase(orderId)
                        .get("polls")
                        .path("lastReason")
                        .asString(""))
                .startsWith("usageInfo is missing"));

        running.seller.does(call ->
                Said.info(call, ",\"usageInfo\":[{\"usageValue\":0,\"statisticalTime\":\"20260301090505000\"}]"));

        assertThat(running.awaitStatus(orderId, "READY")
                        .get("usageInfo")
                        .get(0)
                        .get("statisticalTime")
                        .stringValue())
                .isEqualTo("20260301090505000");
    }

    @ParameterizedTest
    @CsvSource({
        "Body-Sign, fake-seller-key-0001, RIGHT",
        "Body-Sign, another-key, WRONG",
        "body-sign, fake-seller-key-0001, ABSENT"
    })
    void theSignatureOfTheAnswerIsNotedAndDecidesNothing(String header, String key, String noted) {
        running.seller.does(call -> call.activity().equals("newInstance")
                ? Said.instance("000000", "kb" + call.text("orderId")).signed(header, key)
                : Said.info(call, ""));

        String orderId = running.buy("{}");

        assertThat(running.awaitStatus(orderId, "READY")
                        .get("attempts")
                        .get(0)
                        .get("bodySign")
                        .stringValue())
                .isEqualTo(noted);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        running.seller.does(call -> Said.json("x".repeat(2 << 20)));

        String orderId = running.buy("{}");

        assertThat(running.awaitAttempts(orderId, 1).getFirst().get("reason").stringValue())
                .contains("longer than 1048576 bytes");
    }
}
