package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Said;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One simulator after the other, never two at once: Reactor Netty's event loops belong to the process and end with the first. */
class NoAnswerTest {

    @Test
    void aSellerThatSaysNothingInTimeIsAFailedAttempt() {
        try (Running running = new Running("--koobridge.simulator.answer-timeout=400ms")) {
            running.seller.does(call -> Said.nothing());

            String orderId = running.buy("{}");

            JsonNode attempt = running.awaitAttempts(orderId, 1).getFirst();
            assertThat(attempt.get("reason").stringValue()).isEqualTo("no answer within 400 ms");
            assertThat(attempt.get("millis").longValue()).isBetween(390L, 5_000L);
            assertThat(attempt.has("httpStatus")).isFalse();
            assertThat(running.purchase(orderId).get("status").stringValue()).isEqualTo("ORDERED");
        }
    }

    @Test
    void aSellerThatIsNotThereIsAFailedAttempt() {
        try (Running running = new Running("--koobridge.simulator.gateway-url=http://127.0.0.1:1")) {
            String orderId = running.buy("{}");

            JsonNode attempt = running.awaitAttempts(orderId, 1).getFirst();
            assertThat(attempt.get("reason").stringValue()).containsIgnoringCase("connection refused");
        }
    }
}
