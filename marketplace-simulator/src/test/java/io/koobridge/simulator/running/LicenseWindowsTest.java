package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The windows of license §2.4, an hour in a fifth of a second. */
class LicenseWindowsTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses("--koobridge.time.origin=" + Instant.now(), "--koobridge.time.speed=18000");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void anOnlineLicenseIsCalledForTwoHoursAndPaidBackAfterThree() {
        running.seller.does(call -> Said.code("000100"));
        String orderId = running.buy("{\"kind\":\"LICENSE\"}");

        JsonNode refunded = running.awaitStatus(orderId, "FAILED_REFUNDED");

        assertThat(refunded.get("attemptCount").intValue()).isEqualTo(61);
        assertThat(Instant.parse(refunded.get("refundedAt").stringValue()))
                .isAfterOrEqualTo(
                        Instant.parse(refunded.get("createdAt").stringValue()).plusSeconds(2 * 3600 + 3500));
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE, refresh, 61",
        "LICENSE, freeze, 61",
        "LICENSE, release, 61",
        "LICENSE_CODE, refresh, 60",
        "LICENSE_CODE, unfreeze, 60",
        "LICENSE_CODE, release, 60"
    })
    void aStepIsRepeatedEveryTwoMinutesAndThenFails(String kind, String step, int attempts) {
        running.seller.does(call -> call.activity().equals("newInstance")
                ? Said.instance("000000", "kb" + call.text("orderId"))
                : Said.code("000005"));
        String orderId = running.ready("{\"kind\":\"" + kind + "\"}");

        JsonNode failed = running.step(orderId, step, "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("attemptCount").intValue()).isEqualTo(attempts);
    }

    @Test
    void aLicenseOfV1ThatDidNotComeIsDeliveredByHand() {
        running.seller.does(call -> Said.code("000004").signedForV1());
        String orderId = running.buy("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");
        JsonNode failed = running.awaitAttempts(orderId, 4).getLast();
        assertThat(failed.get("resultCode").stringValue()).isEqualTo("000004");

        Http.Got delivered = running.http.post(
                "/simulator/purchases/" + orderId + ":deliver", "{\"instanceId\":\"by-hand\",\"license\":\"LIC\"}");

        assertThat(delivered.status()).as(delivered.text()).isEqualTo(200);
        JsonNode purchase = running.purchase(orderId);
        assertThat(purchase.get("status").stringValue()).isEqualTo("READY");
        assertThat(purchase.get("instanceId").stringValue()).isEqualTo("by-hand");
        assertThat(purchase.get("license").stringValue()).isEqualTo("LIC");
        assertThat(purchase.get("attempts").values().stream()
                        .toList()
                        .getLast()
                        .get("kind")
                        .stringValue())
                .isEqualTo("BY_HAND");
        assertThat(running.http
                        .post(
                                "/simulator/purchases/" + orderId + ":deliver",
                                "{\"instanceId\":\"by-hand\",\"license\":\"LIC\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aLicenseOfV1HasAnExpiryThatIsRepeatedForAnHour() {
        running.seller.does(call -> (call.activity().equals("getLicense")
                        ? StubV1.licensed("kb" + call.text("orderId"), "LIC")
                        : Said.code("000005"))
                .signedForV1());
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");

        assertThat(running.step(orderId, "expire", "{}").get("attemptCount").intValue())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"LICENSE, V2, license.path", "LICENSE, V1, license.path", "LICENSE_CODE, V2, license-code.path"})
    void withoutAnAddressTheyCannotBeSold(String kind, String edition, String setting) {
        try (Running without = new Running()) {
            Http.Got got = without.http.post(
                    "/simulator/purchases", "{\"kind\":\"" + kind + "\",\"edition\":\"" + edition + "\"}");

            assertThat(got.status()).isEqualTo(409);
            assertThat(got.json().get("error").stringValue()).contains("koobridge.simulator." + setting);
        }
    }
}
