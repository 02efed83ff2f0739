package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BulkTest {

    @Test
    void everyPurchaseIsRepeatedUntilItIsAcknowledgedAndThenPolledUntilReady() {
        try (Running running = new Running("--koobridge.simulator.answer-timeout=1s")) {
            Map<String, Integer> asked = new ConcurrentHashMap<>();
            // Each order is refused twice before it is taken; one in ten is once left without an answer.
            running.seller.does(call -> {
                if (!call.activity().equals("newInstance")) {
                    return Said.info(call, "");
                }
                return switch (asked.merge(call.text("orderId"), 1, Integer::sum)) {
                    case 1 -> Said.code("000005");
                    case 2 -> asked.size() % 10 == 0 ? Said.nothing() : Said.code("000005");
                    default -> Said.instance("000004", "kb" + call.text("orderId"));
                };
            });

            Http.Got started = running.http.post(
                    "/simulator/purchases:bulk",
                    "{\"count\":200,\"duplicatePercent\":20,\"ratePerSecond\":200,\"retryMillis\":100}");

            assertThat(started.status()).isEqualTo(202);
            String bulk = started.json().get("bulk").stringValue();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            summary(running, bulk).get("byStatus").get("READY").intValue())
                    .isEqualTo(200));
            JsonNode summary = summary(running, bulk);
            assertThat(summary.get("total").intValue()).isEqualTo(200);
            assertThat(summary.get("violations").intValue()).isZero();
            assertThat(summary.get("run").get("duplicates").intValue()).isEqualTo(40);
            assertThat(summary.get("attempts").intValue()).isGreaterThanOrEqualTo(3 * 200);
            assertThat(asked).hasSize(200);
            assertThat(running.http
                            .get("/simulator/purchases?status=READY&size=500&bulk=" + bulk)
                            .json()
                            .get("purchases"))
                    .hasSize(200);
        }
    }

    @Test
    void aFullBookRefusesTheRestAndSaysSo() {
        try (Running running = new Running("--koobridge.simulator.purchases-kept=10")) {
            running.seller.does(call -> Said.code("000005"));

            String bulk = running.http
                    .post("/simulator/purchases:bulk", "{\"count\":15,\"ratePerSecond\":1000}")
                    .json()
                    .get("bulk")
                    .stringValue();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            summary(running, bulk).get("run").get("refused").intValue())
                    .isEqualTo(5));
            assertThat(running.http.post("/simulator/purchases", "{}").status()).isEqualTo(503);
        }
    }

    private static JsonNode summary(Running running, String bulk) {
        return running.http.get("/simulator/purchases:summary?bulk=" + bulk).json();
    }
}
