package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import io.koobridge.simulator.signing.CallbackSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An hour in a fifth of a second. */
class NotificationsTest {
    private static final String GENERAL = "fake-general-key-0001";
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running(
                "--koobridge.time.origin=" + Instant.now(),
                "--koobridge.time.speed=18000",
                "--koobridge.simulator.orders-path=/koogallery/orders",
                "--koobridge.simulator.key-general=" + GENERAL);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aGoodSeller() {
        running.seller.does(NotificationsTest::good);
    }

    private static Said good(Received call) {
        return call.activity().equals("orderNotify") ? Said.code("000000") : new StubV1().apply(call);
    }

    @Test
    void everyPaidOrderIsTold() {
        String orderId = running.ready("{\"edition\":\"V1\"}");
        running.step(orderId, "refresh", "{}");
        running.step(orderId, "upgrade", "{}");
        running.step(orderId, "freeze", "{}");
        running.step(orderId, "release", "{\"unsubscribed\":true}");

        await().untilAsserted(() -> assertThat(of(orderId))
                .extracting(told -> told.get("orderType").stringValue(), told -> told.get("state")
                        .stringValue())
                .containsExactly(
                        tuple("UNSUBSCRIBE", "ACKNOWLEDGED"),
                        tuple("CHANGE", "ACKNOWLEDGED"),
                        tuple("RENEW", "ACKNOWLEDGED"),
                        tuple("NEW", "ACKNOWLEDGED")));
        Received call = running.seller.calls("orderNotify", orderId).getFirst();
        assertThat(call.rawBody())
                .isEqualTo("{\"activity\":\"orderNotify\",\"orderId\":\"" + orderId + "\",\"orderLineId\":\"" + orderId
                        + "-000001\",\"testFlag\":\"0\"}");
        assertThat(signedBy(GENERAL, call)).isTrue();
    }

    @Test
    void theOrderThatIsToldCanBeQueriedAtOnce() {
        String orderId = running.ready("{\"edition\":\"V1\"}");

        assertThat(running.queryOrder("orderId=" + orderId)
                        .json()
                        .get("orderInfo")
                        .get("orderType")
                        .stringValue())
                .isEqualTo("NEW");
    }

    @Test
    void aNotificationThatFailsForThreeHoursWaitsForARestart() {
        running.seller.does(call -> call.activity().equals("orderNotify") ? Said.code("000005") : good(call));
        String orderId = running.ready("{\"edition\":\"V1\"}");
        await().untilAsserted(() -> {
            assertThat(one(orderId).get("state").stringValue()).isEqualTo("FAILED");
            assertThat(one(orderId).get("attemptCount").intValue()).isEqualTo(4);
        });
        running.seller.does(NotificationsTest::good);

        assertThat(running.http
                        .post("/simulator/notifications/" + orderId + ":restart", null)
                        .status())
                .isEqualTo(200);

        assertThat(one(orderId).get("state").stringValue()).isEqualTo("ACKNOWLEDGED");
        assertThat(running.http
                        .post("/simulator/notifications/" + orderId + ":restart", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void oneMoreIsSentOnRequestAlsoWithAFault() {
        running.seller.does(call ->
                call.activity().equals("orderNotify") && !signedBy(GENERAL, call) ? Said.code("000001") : good(call));
        String orderId = running.ready("{\"edition\":\"V1\"}");
        await().until(() -> one(orderId).get("state").stringValue().equals("ACKNOWLEDGED"));

        JsonNode again = running.http
                .post("/simulator/notifications/" + orderId + ":again", "{\"fault\":{\"kind\":\"WRONG_KEY\"}}")
                .json();

        assertThat(again.get("attempts").get(0).get("asExpected").booleanValue())
                .isTrue();
        assertThat(running.http
                        .post("/simulator/notifications/" + orderId + ":again", "{\"fault\":{\"kind\":\"BARE_PLUS\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(one(orderId).get("state").stringValue()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void debugCallsNameTheMockOrders() {
        JsonNode made = running.http
                .post("/simulator/notifications:debug", "{\"orderId\":\"MOCKMONTYRENEW\"}")
                .json();

        assertThat(made.get("attempts").get(0).get("resultCode").stringValue()).isEqualTo("000000");
        Received call = running.seller.calls("orderNotify", "MOCKMONTYRENEW").getFirst();
        assertThat(call.text("testFlag")).isEqualTo("1");
        assertThat(call.text("orderLineId")).isEqualTo("MOCKMONTYRENEW-000001");
        JsonNode replay =
                running.http.post("/simulator/debug-replays?of=ORDERS", null).json();
        assertThat(replay.get("passed").intValue()).isEqualTo(9);
    }

    private static boolean signedBy(String key, Received call) {
        return CallbackSignature.of(
                        key,
                        call.rawBody().getBytes(StandardCharsets.UTF_8),
                        call.query().getOrDefault("timestamp", ""),
                        call.query().getOrDefault("nonce", ""))
                .signature()
                .equals(call.query().get("signature"));
    }

    private static JsonNode one(String orderId) {
        return running.http.get("/simulator/notifications/" + orderId).json();
    }

    private static List<JsonNode> of(String purchase) {
        return running
                .http
                .get("/simulator/notifications?purchase=" + purchase)
                .json()
                .get("notifications")
                .values()
                .stream()
                .toList();
    }
}
