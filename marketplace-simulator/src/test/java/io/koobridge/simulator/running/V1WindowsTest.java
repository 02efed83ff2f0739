package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The windows of saas-v1 §6, an hour in a fifth of a second. */
class V1WindowsTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--koobridge.time.origin=" + Instant.now(), "--koobridge.time.speed=18000");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Function<Received, Said> refusing() {
        StubV1 good = new StubV1();
        return call -> call.activity().equals("newInstance")
                ? good.apply(call)
                : Said.code("000005").signedForV1();
    }

    @ParameterizedTest
    @CsvSource({
        "CN_G, refresh, 7",
        "CN_J, expire, 7",
        "CN_G, freeze, 7",
        "CN_G, release, 7",
        "INTL, refresh, 60",
        "INTL, expire, 60",
        "INTL, release, 60"
    })
    void aStepIsRepeatedForAnHourAndThenFails(String site, String name, int attempts) {
        running.seller.does(refusing());
        String orderId = running.ready("{\"edition\":\"V1\",\"site\":\"" + site + "\"}");

        JsonNode failed = running.step(orderId, name, "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("attemptCount").intValue()).isEqualTo(attempts);
    }

    @Test
    void anUpgradeThatStaysWithoutSuccessIsUnsubscribed() {
        running.seller.does(refusing());
        String orderId = running.ready("{\"edition\":\"V1\",\"site\":\"INTL\"}");
        JsonNode before = running.belief(orderId);

        JsonNode refunded = running.step(orderId, "upgrade", "{}");

        assertThat(refunded.get("state").stringValue()).isEqualTo("REFUNDED");
        assertThat(refunded.get("attemptCount").intValue()).isEqualTo(4);
        assertThat(running.belief(orderId)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"CN_G, 4", "INTL, 60"})
    void aPurchaseThatStaysWithoutSuccessIsRefunded(String site, int attempts) {
        running.seller.does(call -> Said.code("000004").signedForV1());

        String orderId = running.buy("{\"edition\":\"V1\",\"site\":\"" + site + "\"}");

        JsonNode refunded = running.awaitStatus(orderId, "FAILED_REFUNDED");
        assertThat(refunded.get("attemptCount").intValue()).isEqualTo(attempts);
    }
}
