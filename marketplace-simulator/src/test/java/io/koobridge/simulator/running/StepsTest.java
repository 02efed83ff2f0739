package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every step of an instance's life, against a seller who does as the protocol says; orders are strict, time is real. */
class StepsTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--strict-orders");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aGoodSeller() {
        running.seller.does(new StubGateway());
    }

    private static Received last(String activity) {
        return running.seller.calls(activity).getLast();
    }

    private static JsonNode order(String orderId) {
        return running.queryOrder("orderId=" + orderId).json().path("orderInfo");
    }

    @Test
    void aRenewalIsToldWithTheAbsoluteExpiryOfItsOrder() {
        String orderId = running.ready("{\"periodType\":\"month\"}");
        Instant before = Instant.parse(running.belief(orderId).get("expiresAt").stringValue());

        JsonNode step = running.step(orderId, "refresh", "{}");

        Received call = last("refreshInstance");
        JsonNode order = order(call.text("orderId"));
        assertThat(call.text("scene")).isEqualTo("RENEWAL");
        assertThat(call.text("expireTime")).hasSize(14);
        assertThat(call.body().has("testFlag")).isFalse();
        assertThat(call.body().has("productId")).isFalse();
        assertThat(order.get("orderType").stringValue()).isEqualTo("RENEW");
        assertThat(order.get("orderLine").get(0).get("expireTime").stringValue())
                .isEqualTo(call.text("expireTime"));
        assertThat(order.get("orderLine").get(0).get("periodType").stringValue())
                .isEqualTo("month");
        assertThat(step.get("state").stringValue()).isEqualTo("ACKNOWLEDGED");
        JsonNode belief = running.belief(orderId);
        assertThat(belief.get("expireTime").stringValue()).isEqualTo(call.text("expireTime"));
        assertThat(Duration.between(
                        before, Instant.parse(belief.get("expiresAt").stringValue())))
                .isBetween(Duration.ofDays(28), Duration.ofDays(31));
    }

    @Test
    void aCancelledRenewalBringsTheFormerExpiryBack() {
        String orderId = running.ready("{}");
        String before = running.belief(orderId).get("expireTime").stringValue();
        running.step(orderId, "refresh", "{}");

        running.step(orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\",\"expireDigits\":17}");

        Received call = last("refreshInstance");
        assertThat(call.text("expireTime")).isEqualTo(before + "000");
        assertThat(order(call.text("orderId")).get("orderType").stringValue()).isEqualTo("UNSUBSCRIBE");
        assertThat(running.belief(orderId).get("expireTime").stringValue()).isEqualTo(before);
        assertThat(running.http
                        .post(
                                "/simulator/purchases/" + orderId + ":refresh",
                                "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCancelledRenewalMayNameTheRenewalItself() {
        String orderId = running.ready("{}");
        String renewal = running.step(orderId, "refresh", "{}")
                .get("order")
                .get("orderId")
                .stringValue();

        JsonNode step = running.step(
                orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\",\"orderIdOf\":\"CANCELLED\"}");

        assertThat(last("refreshInstance").text("orderId")).isEqualTo(renewal);
        assertThat(step.has("order")).isFalse();
    }

    @Test
    void whatWasRenewedInTheTrialCannotBeTakenBackOnceItIsFormal() {
        String orderId = running.ready("{\"trial\":true}");
        running.step(orderId, "refresh", "{}");
        running.step(orderId, "refresh", "{\"scene\":\"TRIAL_TO_FORMAL\"}");

        assertThat(running.http
                        .post(
                                "/simulator/purchases/" + orderId + ":refresh",
                                "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTrialBecomesFormalOnce() {
        String orderId = running.ready("{\"trial\":true}");
        assertThat(order(orderId).get("orderType").stringValue()).isEqualTo("TRIAL");
        assertThat(order(orderId).get("orderLine").get(0).get("periodType").stringValue())
                .isEqualTo("day");

        running.step(orderId, "refresh", "{\"scene\":\"TRIAL_TO_FORMAL\",\"product\":{\"productId\":\"OFFI2\"}}");

        Received call = last("refreshInstance");
        assertThat(call.text("productId")).isEqualTo("OFFI2");
        assertThat(order(call.text("orderId")).get("orderType").stringValue()).isEqualTo("TRIAL_TO_FORMAL");
        assertThat(running.belief(orderId).get("product").get("productId").stringValue())
                .isEqualTo("OFFI2");
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":refresh", "{\"scene\":\"TRIAL_TO_FORMAL\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRenewalMayChangeTheProduct() {
        String orderId = running.ready("{\"linearValue\":4}");

        running.step(orderId, "refresh", "{\"scene\":\"RENEWAL_CHANGE\"}");

        assertThat(order(last("refreshInstance").text("orderId"))
                        .get("orderLine")
                        .get(0)
                        .get("productInfo")
                        .get(0)
                        .get("linearValue")
                        .intValue())
                .isEqualTo(8);
        assertThat(running.belief(orderId).get("product").get("linearValue").intValue())
                .isEqualTo(8);
    }

    @Test
    void theOrderMayDisagreeWithTheCall() {
        String orderId = running.ready("{}");

        running.step(orderId, "refresh", "{\"expireTime\":\"20350101155959\",\"orderExpireTime\":\"20340101155959\"}");

        Received call = last("refreshInstance");
        assertThat(call.text("expireTime")).isEqualTo("20350101155959");
        assertThat(order(call.text("orderId"))
                        .get("orderLine")
                        .get(0)
                        .get("expireTime")
                        .stringValue())
                .isEqualTo("20340101155959");
        assertThat(running.belief(orderId).get("expireTime").stringValue()).isEqualTo("20350101155959");
    }

    @Test
    void freezingAndUnfreezingAreBelievedWhenAcknowledged() {
        String orderId = running.ready("{}");

        running.step(orderId, "freeze", "{}");
        assertThat(last("updateInstanceStatus").rawBody())
                .isEqualTo("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"kb" + orderId
                        + "\",\"status\":\"FREEZE\"}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("FROZEN");

        running.step(orderId, "unfreeze", "{}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void anUpgradeIsANewOrderThatTheSellerMustAskFor() {
        String orderId = running.ready("{}");

        running.step(orderId, "upgrade", "{\"product\":{\"skuCode\":\"sku-pro\",\"linearValue\":50}}");

        Received call = last("upgradeInstance");
        assertThat(call.body().has("productId")).isFalse();
        JsonNode order = order(call.text("orderId"));
        assertThat(order.get("orderType").stringValue()).isEqualTo("CHANGE");
        assertThat(order.get("orderLine")
                        .get(0)
                        .get("productInfo")
                        .get(0)
                        .get("skuCode")
                        .stringValue())
                .isEqualTo("sku-pro");
        assertThat(running.belief(orderId).get("product").get("linearValue").intValue())
                .isEqualTo(50);
        assertThat(running.http
                        .get("/simulator/calls?orderId=" + orderId)
                        .json()
                        .get("calls")
                        .values())
                .anyMatch(recorded -> recorded.get("name").stringValue().equals("orderQuery")
                        && recorded.get("orderId").stringValue().equals(call.text("orderId")));
    }

    @Test
    void aCheckAsksOnceInEitherForm() {
        String orderId = running.ready("{}");

        running.step(orderId, "check", "{\"product\":{\"linearValue\":5}}");
        assertThat(last("changeInstanceCheck")
                        .body()
                        .get("productInfo")
                        .get("linearValue")
                        .intValue())
                .isEqualTo(5);

        running.step(orderId, "check", "{\"productInfoAs\":\"STRING\"}");
        assertThat(last("changeInstanceCheck").text("productInfo")).startsWith("{\"skuCode\":\"sku-standard-01\"");

        running.seller.does(call -> Said.code("000005"));
        assertThat(running.step(orderId, "check", "{}").get("state").stringValue())
                .isEqualTo("FAILED");
    }

    @Test
    void detailsAreAskedForAtOnceAndShown() {
        String orderId = running.ready("{}");

        JsonNode step = running.step(orderId, "details", "{}");

        assertThat(step.get("appInfo").get("frontEndUrl").stringValue()).endsWith("kb" + orderId);
    }

    @Test
    void aReleaseByExpiryNamesNoOrderAndEndsEverything() {
        String orderId = running.ready("{}");

        running.step(orderId, "release", "{}");

        assertThat(last("releaseInstance").body().has("orderId")).isFalse();
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("RELEASED");
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":freeze", "{}")
                        .json()
                        .get("error")
                        .stringValue())
                .contains("released");
        assertThat(running.step(orderId, "release", "{}").get("state").stringValue())
                .isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void aReleaseByUnsubscriptionNamesItsOrder() {
        String orderId = running.ready("{\"chargingMode\":\"ONE_TIME\"}");

        running.step(orderId, "release", "{\"unsubscribed\":true}");

        assertThat(order(last("releaseInstance").text("orderId"))
                        .get("orderType")
                        .stringValue())
                .isEqualTo("UNSUBSCRIBE");
    }

    @Test
    void severalProductsCanShareAPayPerUseLine() {
        String orderId = running.ready(
                "{\"chargingMode\":\"ON_DEMAND\",\"moreProducts\":[{\"productId\":\"OFFI2\"},{\"productId\":\"OFFI3\"}]}");

        assertThat(order(orderId).get("orderLine").get(0).get("productInfo").values())
                .extracting(product -> product.get("productId").stringValue())
                .containsExactly("OFFI900000000000000001", "OFFI2", "OFFI3");
        assertThat(running.belief(orderId).has("expireTime")).isFalse();
    }

    @Test
    void stepsWaitForEachOtherAndARestartGoesOn() {
        running.seller.does(call -> call.activity().equals("updateInstanceStatus")
                ? Said.code("000005")
                : call.activity().equals("newInstance")
                        ? Said.instance("000000", "kb" + call.text("orderId"))
                        : Said.info(call, ""));
        String orderId = running.ready("{}");
        running.http.post("/simulator/purchases/" + orderId + ":freeze", "{}");
        JsonNode second = running.http
                .post("/simulator/purchases/" + orderId + ":unfreeze?wait=1", "{}")
                .json();
        assertThat(second.get("state").stringValue()).isEqualTo("WAITING");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
        running.seller.does(new StubGateway());

        Http.Got restart = running.http.post("/simulator/purchases/" + orderId + "/steps/2:restart", null);

        assertThat(restart.json().get("kind").stringValue()).isEqualTo("RESTART");
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        running.purchase(orderId).get("settled").booleanValue())
                .isTrue());
        assertThat(running.purchase(orderId).get("steps").values())
                .extracting(step -> step.get("state").stringValue())
                .containsOnly("ACKNOWLEDGED");
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + "/steps/2:restart", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void listsShowBeliefsWithoutTheirHistory() {
        String orderId = running.ready("{}");

        JsonNode first = running.http
                .get("/simulator/purchases?size=1")
                .json()
                .get("purchases")
                .get(0);

        assertThat(first.get("orderId").stringValue()).isEqualTo(orderId);
        assertThat(first.get("belief").get("wanted").stringValue()).isEqualTo("ACTIVE");
        assertThat(first.has("steps")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "refresh | {\"scene\":\"RENEWL\"} | 400",
                "refresh | {\"expireTime\":\"2026\"} | 400",
                "refresh | {\"expireDigits\":15} | 400",
                "refresh | {\"colour\":1} | 400",
                "freeze | [] | 400",
                "freeze | {\"faults\":[{\"kind\":\"NO_SUCH\"}]} | 400",
                "freeze | {\"faults\":[{\"kind\":\"CLOCK_SKEW\",\"seconds\":60}]} | 400",
                "freeze | {\"faults\":[{\"kind\":\"DUPLICATE\",\"count\":1000}]} | 400",
                "freeze?wait=61 | {} | 400",
                "upgrade | {\"product\":{\"productId\":\"a\\\"b\"}} | 400",
                "release | {\"orderIdOf\":\"CANCELLED\"} | 400"
            })
    void aBadStepIsRefused(String step, String body, int status) {
        String orderId = running.ready("{}");

        Http.Got got = running.http.post("/simulator/purchases/" + orderId + ":" + step, body);

        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.json().get("error").stringValue()).isNotBlank();
        assertThat(running.purchase(orderId).get("stepCount").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ONE_TIME, freeze", "ONE_TIME, refresh", "ONE_TIME, upgrade", "ON_DEMAND, upgrade", "ON_DEMAND, check"})
    void aStepThatAModeDoesNotHaveIsAConflict(String mode, String step) {
        String orderId = running.ready("{\"chargingMode\":\"" + mode + "\"}");

        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":" + step, "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void noMoreThanTwelveStepsMayBeOpen() {
        running.seller.does(call -> Said.code("000005"));
        String orderId = running.buy("{}");
        for (int i = 0; i < 11; i++) {
            running.http.post("/simulator/purchases/" + orderId + ":freeze", "{}");
        }

        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":freeze", "{}")
                        .status())
                .isEqualTo(409);
    }
}
