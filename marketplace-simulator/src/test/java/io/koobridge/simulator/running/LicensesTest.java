package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.signing.TokenSignature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The lives of License products of all three generations, each with its own address and key. */
class LicensesTest {
    private static final String BASE = "license-base-key-01";
    private static final String V1 = "license-v1-key-0001";
    private static final String CODE = "license-code-key-01";
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running(
                "--koobridge.simulator.license.path=/lic",
                "--koobridge.simulator.license.key-base=" + BASE,
                "--koobridge.simulator.license.key-v1=" + V1,
                "--koobridge.simulator.license-code.path=/code",
                "--koobridge.simulator.license-code.key=" + CODE);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void sell() {
        running.seller.does(call -> {
            if (call.rawBody().isEmpty()) {
                FakeSeller.Said said = call.activity().equals("getLicense")
                        ? StubV1.licensed("kb" + call.text("orderId"), "LIC-" + call.text("orderId"))
                        : FakeSeller.Said.code("000000");
                return said.signed("Body-Sign", V1);
            }
            return call.activity().equals("newInstance")
                    ? FakeSeller.Said.instance("000000", "kb" + call.text("orderId"))
                    : FakeSeller.Said.code("000000");
        });
    }

    @Test
    void anOnlineLicenseIsCalledAtItsOwnAddressWithItsOwnKey() {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"linearValue\":3,\"deviceBound\":true}");

        Received call = running.seller.calls("newInstance", orderId).getFirst();
        assertThat(call.path()).isEqualTo("/lic");
        assertThat(call.rightlySigned(BASE)).isTrue();
        assertThat(call.body().propertyNames())
                .containsExactlyInAnyOrder("activity", "businessId", "orderId", "orderLineId");
        JsonNode purchase = running.purchase(orderId);
        assertThat(purchase.get("kind").stringValue()).isEqualTo("LICENSE");
        assertThat(purchase.get("deviceBound").booleanValue()).isTrue();
        assertThat(purchase.get("polls").get("count").intValue()).isZero();
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void aCancelledRenewalOfAnOnlineLicenseNamesTheRenewalUnlessToldOtherwise() {
        String orderId = running.ready("{\"kind\":\"LICENSE\"}");
        String before = running.belief(orderId).get("expireTime").stringValue();
        JsonNode renewal = running.step(orderId, "refresh", "{}");
        String renewalOrder = renewal.get("order").get("orderId").stringValue();

        running.step(orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}");

        List<Received> named = running.seller.calls("refreshInstance", renewalOrder);
        assertThat(named)
                .extracting(call -> call.text("scene"))
                .containsExactly("RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD");
        assertThat(running.belief(orderId).get("expireTime").stringValue()).isEqualTo(before);
        running.step(orderId, "refresh", "{}");
        JsonNode cancelled = running.step(
                orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\",\"orderIdOf\":\"CANCELLATION\"}");
        assertThat(cancelled.get("order").get("orderType").stringValue()).isEqualTo("UNSUBSCRIBE");
    }

    @Test
    void anOnlineLicenseIsFrozenUnfrozenAndReleased() {
        String orderId = running.ready("{\"kind\":\"LICENSE\"}");

        running.step(orderId, "freeze", "{}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("FROZEN");
        running.step(orderId, "unfreeze", "{}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
        running.step(orderId, "release", "{\"unsubscribed\":true}");

        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("RELEASED");
        assertThat(running.seller.calls("releaseInstance").getLast().text("orderId"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "check", "details", "query", "expire", "item", "open"})
    void anOnlineLicenseHasNoOtherSteps(String step) {
        String orderId = running.ready("{\"kind\":\"LICENSE\"}");

        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":" + step, "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void licensesAreNotListedAnew() {
        String orderId = running.ready("{\"kind\":\"LICENSE\"}");

        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":move", "{\"edition\":\"V1\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aLicenseOfV1ComesWithThePurchase() {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\",\"linearValue\":3}");

        Received call = running.seller.calls("getLicense", orderId).getFirst();
        assertThat(call.path()).isEqualTo("/lic");
        assertThat(tokenIsRight(call)).isTrue();
        assertThat(call.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "activity",
                        "customerId",
                        "customerName",
                        "businessId",
                        "orderId",
                        "skuCode",
                        "productId",
                        "expireTime",
                        "periodType",
                        "periodNumber",
                        "amount",
                        "timeStamp",
                        "authToken");
        assertThat(call.text("amount")).isEqualTo("3");
        assertThat(running.purchase(orderId).get("license").stringValue()).isEqualTo("LIC-" + orderId);
        Http.Got license = running.http.get("/simulator/purchases/" + orderId + "/license");
        assertThat(license.text()).isEqualTo("LIC-" + orderId);
    }

    @Test
    void aRenewalOfALicenseOfV1Thaws() {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");

        running.step(orderId, "expire", "{}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("FROZEN");
        JsonNode renewal = running.step(orderId, "refresh", "{\"periodType\":\"month\"}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
        running.step(orderId, "release", "{}");

        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("RELEASED");
        Received refresh = about("refreshLicense", "kb" + orderId).getFirst();
        assertThat(refresh.text("orderId"))
                .isEqualTo(renewal.get("order").get("orderId").stringValue());
        assertThat(refresh.text("expireTime")).matches("\\d{14}");
        assertThat(refresh.text("periodType")).isEqualTo("month");
        assertThat(about("expireLicense", "kb" + orderId).getFirst().text("orderId"))
                .isEqualTo(orderId);
        assertThat(about("releaseLicense", "kb" + orderId).getFirst().text("orderId"))
                .isEqualTo(orderId);
    }

    @ParameterizedTest
    @CsvSource({"refresh", "release"})
    void whatLicenseV1CallsOnceWaitsForSomebodyWhoRestarts(String step) {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");
        running.seller.does(call -> FakeSeller.Said.code("000005").signed("Body-Sign", V1));

        JsonNode failed = running.step(orderId, step, "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("attemptCount").intValue()).isEqualTo(1);
        sell();
        running.http.post("/simulator/purchases/" + orderId + "/steps/2:restart", null);
        assertThat(running.purchase(orderId).get("settled").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resultCode\":\"000000\",\"resultMsg\":\"ok\",\"instanceId\":\"x\"} | license is missing",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"ok\",\"license\":\"x\"} | instanceId is missing",
                "{\"resultCode\":\"000004\",\"resultMsg\":\"ok\",\"instanceId\":\"x\"} | resultCode is 000004"
            })
    void aLicenseOfV1NeedsBothIdAndLicense(String body, String reason) {
        running.seller.does(call -> FakeSeller.Said.json(body).signed("Body-Sign", V1));

        String orderId = running.buy("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");

        assertThat(running.awaitAttempts(orderId, 1).getFirst().get("reason").stringValue())
                .isEqualTo(reason);
    }

    @Test
    void anAnswerOfLicenseV1NeedsABodySignByItsOwnKey() {
        running.seller.does(call -> StubV1.licensed("x", "y").signed("Body-Sign", BASE));

        String orderId = running.buy("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");

        assertThat(running.awaitAttempts(orderId, 1).getFirst().get("reason").stringValue())
                .isEqualTo("Http Body签名校验失败");
    }

    @Test
    void anotherLicenseForTheSameOrderBreaksAPromise() {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");
        running.http.post("/simulator/purchases/" + orderId + ":duplicate", null);
        assertThat(running.violationsOf(orderId)).isEmpty();
        running.seller.does(call -> StubV1.licensed("kb" + orderId, "ANOTHER").signed("Body-Sign", V1));

        running.http.post("/simulator/purchases/" + orderId + ":duplicate", null);

        assertThat(running.violationsOf(orderId)).containsExactly("OTHER_LICENSE_FOR_SAME_ORDER");
        assertThat(running.purchase(orderId).get("license").stringValue()).isEqualTo("LIC-" + orderId);
    }

    @Test
    void afterARenewalAnotherLicenseIsWelcome() {
        String orderId = running.ready("{\"kind\":\"LICENSE\",\"edition\":\"V1\"}");
        running.step(orderId, "refresh", "{}");
        running.seller.does(
                call -> StubV1.licensed("kb" + orderId, "UNTIL-THE-NEW-END").signed("Body-Sign", V1));

        running.http.post("/simulator/purchases/" + orderId + ":duplicate", null);

        assertThat(running.violationsOf(orderId)).isEmpty();
        assertThat(running.purchase(orderId).get("license").stringValue()).isEqualTo("UNTIL-THE-NEW-END");
    }

    @Test
    void aCodeIsHandedOutWithoutACallAndToldOfLaterChanges() {
        String orderId = running.buy("{\"kind\":\"LICENSE_CODE\",\"linearValue\":5}");
        JsonNode purchase = running.purchase(orderId);
        String code = purchase.get("code").stringValue();
        assertThat(purchase.get("status").stringValue()).isEqualTo("READY");
        assertThat(code).matches("PL[0-9A-F]{22}");

        running.step(orderId, "refresh", "{}");
        running.step(orderId, "freeze", "{}");
        running.step(orderId, "unfreeze", "{}");
        JsonNode cancelled = running.step(orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}");
        running.step(orderId, "release", "{\"unsubscribed\":true}");

        assertThat(running.seller.calls("newInstance", orderId)).isEmpty();
        assertThat(toldOf(code))
                .extracting(Received::activity)
                .containsExactly(
                        "refreshLicenseCode",
                        "updateLicenseCodeStatus",
                        "updateLicenseCodeStatus",
                        "refreshLicenseCode",
                        "releaseLicenseCode");
        assertThat(toldOf(code)).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/code");
            assertThat(call.rightlySigned(CODE)).isTrue();
            assertThat(call.body().has("instanceId")).isFalse();
        });
        assertThat(cancelled.get("order").get("orderType").stringValue()).isEqualTo("UNSUBSCRIBE");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("RELEASED");
    }

    @Test
    void theStepsOfACodeCanBeFaulted() {
        String orderId = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        String code = running.purchase(orderId).get("code").stringValue();

        running.step(orderId, "freeze", "{\"faults\":[{\"kind\":\"DUPLICATE\"}]}");

        assertThat(toldOf(code)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"LICENSE\",\"chargingMode\":\"ON_DEMAND\"} | License products are PERIOD or ONE_TIME",
                "{\"kind\":\"LICENSE\",\"edition\":\"V1\",\"trial\":true} | of License products only the online License has trials",
                "{\"kind\":\"LICENSE_CODE\",\"trial\":true} | of License products only the online License has trials",
                "{\"kind\":\"LICENSE_CODE\",\"edition\":\"V1\"} | authorization codes have no edition V1",
                "{\"kind\":\"LICENSE_CODE\",\"faults\":[{\"kind\":\"WRONG_KEY\"}]} | no call tells of a code that was bought: it has no faults",
                "{\"deviceBound\":true} | deviceBound is for the online License",
                "{\"kind\":\"LICENSE\",\"collected\":false} | collected is for codes"
            })
    void whatAGenerationDoesNotHaveIsRefused(String wish, String error) {
        Http.Got got = running.http.post("/simulator/purchases", wish);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().get("error").stringValue()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"LICENSE, V2, 8", "LICENSE, V1, 5", "LICENSE_CODE, V2, 7"})
    void aWholeLifeIsPlayed(String kind, String edition, int steps) {
        String orderId = running.http
                .post("/simulator/lives", "{\"purchase\":{\"kind\":\"" + kind + "\",\"edition\":\"" + edition + "\"}}")
                .json()
                .get("orderId")
                .stringValue();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(running.http
                        .get("/simulator/lives/" + orderId)
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("DONE"));
        assertThat(running.purchase(orderId).get("stepCount").intValue()).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"LICENSE, 12", "LICENSE_CODE, 6", "LICENSE_V1, 5"})
    void savedDebugCasesAreReplayed(String of, int cases) {
        JsonNode replay =
                running.http.post("/simulator/debug-replays?of=" + of, null).json();

        assertThat(replay.get("failed").intValue()).as(replay.toString()).isZero();
        assertThat(replay.get("passed").intValue()).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE, getLicenseAsync, BODY_CHANGED",
        "LICENSE_CODE, releaseLicenseCode, DUPLICATE",
        "LICENSE_V1, getLicense, KEY_WITHOUT_TIMESTAMP"
    })
    void aSingleFaultIsPlayedOnADebugCall(String channel, String activity, String kind) {
        JsonNode played = running.http
                .post(
                        "/simulator/faults:play",
                        "{\"kind\":\"" + kind + "\",\"channel\":\"" + channel + "\",\"activity\":\"" + activity + "\"}")
                .json();

        assertThat(played.get("activity").stringValue()).isEqualTo(activity);
        assertThat(running.seller.calls(activity))
                .anyMatch(call -> call.text("testFlag").equals("1"));
    }

    @Test
    void theScreenShowsAndSellsThem() {
        running.http.form("/screen/buy", "listing=License+code&chargingMode=PERIOD&kind=formal");

        assertThat(running.http.get("/?still").text()).contains("License code", "Licences", "Authorization codes");
    }

    private static List<Received> toldOf(String code) {
        return running.seller.all().stream()
                .filter(call -> call.text("license").equals(code))
                .toList();
    }

    private static List<Received> about(String activity, String instanceId) {
        return running.seller.calls(activity).stream()
                .filter(call -> call.text("instanceId").equals(instanceId))
                .toList();
    }

    private static boolean tokenIsRight(Received call) {
        Map<String, String> parameters = new TreeMap<>();
        call.body()
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().stringValue()));
        String token = String.valueOf(parameters.remove("authToken"));
        return TokenSignature.of(V1, parameters.getOrDefault("timeStamp", ""), parameters)
                .equals(token);
    }
}
