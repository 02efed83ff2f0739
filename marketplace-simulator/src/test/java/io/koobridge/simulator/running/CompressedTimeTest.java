package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An hour of the marketplace is a fifth of a second; orders are strict. */
class CompressedTimeTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running(
                "--koobridge.time.origin=" + Instant.now(), "--koobridge.time.speed=18000", "--strict-orders");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void fourFailedAttemptsWithinThreeHoursEndInARefund() {
        running.seller.does(call -> Said.code("000005"));

        String orderId = running.buy("{}");

        JsonNode purchase = running.awaitStatus(orderId, "FAILED_REFUNDED");
        List<Received> calls = running.seller.calls("newInstance", orderId);
        assertThat(calls).hasSize(4);
        assertThat(calls).extracting(call -> call.text("businessId")).doesNotHaveDuplicates();
        assertThat(calls).extracting(call -> call.query().get("nonce")).doesNotHaveDuplicates();
        assertThat(calls).extracting(call -> call.query().get("signature")).doesNotHaveDuplicates();
        assertThat(calls).allMatch(Received::rightlySigned);
        assertThat(Duration.between(
                        Instant.parse(purchase.get("createdAt").stringValue()),
                        Instant.parse(purchase.get("refundedAt").stringValue())))
                .isGreaterThanOrEqualTo(Duration.ofHours(3));
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":restart", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRepeatThatIsAcknowledgedEndsTheRepeating() {
        AtomicInteger calls = new AtomicInteger();
        running.seller.does(call -> {
            if (call.activity().equals("newInstance")) {
                return calls.incrementAndGet() < 3
                        ? Said.code("000005")
                        : Said.instance("000004", "kb" + call.text("orderId"));
            }
            return Said.info(call, "");
        });

        String orderId = running.buy("{}");

        assertThat(running.awaitStatus(orderId, "READY").get("attempts").values())
                .extracting(attempt -> attempt.get("resultCode").stringValue())
                .containsExactly("000005", "000005", "000004");
    }

    @Test
    void aStrictMarketplaceDoesNotKnowWhatItDidNotSell() {
        Http.Got got = running.queryOrder("orderId=CS2603010900ABCDEFGH");

        assertThat(got.status()).isEqualTo(500);
        assertThat(got.json().get("resultCode").stringValue()).isEqualTo("MKT.0100");
        assertThat(got.json().has("orderInfo")).isFalse();
        assertThat(got.json().get("extra_info").get(0).stringValue()).isEqualTo("CS2603010900ABCDEFGH");
    }
}
