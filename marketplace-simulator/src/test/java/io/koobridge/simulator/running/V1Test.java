package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The life of a product that was listed by V1. */
class V1Test {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aGoodSeller() {
        running.seller.does(new StubV1());
    }

    @Test
    void aPurchaseIsOneSignedGetWithEveryField() {
        String orderId = running.ready("""
                {"edition":"V1","linearValue":20,"diskSize":40,"bandWidth":5,"provisionType":3,"orderAmount":1280.500,
                 "extendParams":[{"name":"deptName","value":"研发>>中心"},{"name":"seatNote","value":"a>b?c~>"}],
                 "buyer":{"customerId":"c1","customerName":"青禾 科技 & Co.+","userId":"u1","userName":"un",
                          "mobilePhone":"13800138000","email":"ops@qinghe.example"}}""");

        Received call = running.seller.calls("newInstance", orderId).getFirst();
        assertThat(call.rawBody()).isEmpty();
        assertThat(StubV1.rightlySigned(call)).isTrue();
        assertThat(call.text("customerName")).isEqualTo("青禾 科技 & Co.+");
        assertThat(call.text("timeStamp")).matches("[0-9]{17}");
        assertThat(call.text("expireTime")).matches("[0-9]{14}");
        assertThat(List.of(
                        call.text("chargingMode"),
                        call.text("periodType"),
                        call.text("periodNumber"),
                        call.text("amount"),
                        call.text("diskSize"),
                        call.text("bandWidth"),
                        call.text("provisionType"),
                        call.text("orderAmount")))
                .containsExactly("1", "year", "1", "20", "40", "5", "3", "1280.500");
        assertThat(StubV1.CIPHER.decrypted(call.text("mobilePhone"))).contains("13800138000");
        assertThat(StubV1.CIPHER.decrypted(call.text("email"))).contains("ops@qinghe.example");
        assertThat(call.text("saasExtendParams")).contains("+");
        assertThat(new String(Base64.getDecoder().decode(call.text("saasExtendParams")), StandardCharsets.UTF_8))
                .isEqualTo(
                        "[{\"name\":\"deptName\",\"value\":\"研发>>中心\"},{\"name\":\"seatNote\",\"value\":\"a>b?c~>\"}]");
        assertThat(call.body().has("testFlag")).isFalse();
        assertThat(call.body().has("orderLineId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PERIOD, 1, true, true",
        "ONE_TIME, 3, false, false",
        "ON_DEMAND, 0, false, false",
        "ON_DEMAND_PKG, 5, true, false"
    })
    void whatIsSentDependsOnTheChargingMode(String mode, String code, boolean end, boolean period) {
        String orderId = running.ready("{\"edition\":\"V1\",\"chargingMode\":\"" + mode + "\"}");

        Received call = running.seller.calls("newInstance", orderId).getFirst();
        assertThat(call.text("chargingMode")).isEqualTo(code);
        assertThat(call.body().has("expireTime")).isEqualTo(end);
        assertThat(call.body().has("periodType")).isEqualTo(period);
    }

    @Test
    void theAccessDataComeWithThePurchaseAndCanBeOpened() {
        String orderId = running.ready("{\"edition\":\"V1\"}");

        JsonNode purchase = running.purchase(orderId);
        assertThat(purchase.get("edition").stringValue()).isEqualTo("V1");
        assertThat(purchase.get("site").stringValue()).isEqualTo("CN_G");
        assertThat(purchase.get("polls").get("count").intValue()).isZero();
        assertThat(purchase.get("appInfo").get("userName").stringValue()).isEqualTo("admin");
        assertThat(purchase.get("appInfo").get("password").stringValue()).isEqualTo("s3cret");
        assertThat(purchase.get("attempts").get(0).get("bodySign").stringValue())
                .isEqualTo("RIGHT");
    }

    @Test
    void aWholeLifeSaysWhatV1Says() {
        String orderId = running.ready("{\"edition\":\"V1\",\"trial\":true}");
        running.step(orderId, "refresh", "{\"scene\":\"TRIAL_TO_FORMAL\"}");
        running.step(orderId, "expire", "{}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("FROZEN");
        running.step(orderId, "refresh", "{\"periodType\":\"month\",\"product\":{\"productId\":\"OFFI2\"}}");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
        running.step(orderId, "refresh", "{\"scene\":\"UNSUBSCRIBE_RENEWAL_PERIOD\"}");
        running.step(orderId, "upgrade", "{\"diskSize\":80}");
        running.step(orderId, "freeze", "{}");
        running.step(orderId, "unfreeze", "{}");
        JsonNode details = running.step(orderId, "details", "{}");
        assertThat(details.get("activity").stringValue()).isEqualTo("newInstance");
        assertThat(details.get("appInfo").get("userName").stringValue()).isEqualTo("admin");
        running.step(orderId, "query", "{\"instanceIds\":[\"kb-other\"]}");
        running.step(orderId, "release", "{\"unsubscribed\":true}");

        String id = "kb" + orderId;
        List<Received> refreshes = about("refreshInstance", id);
        assertThat(refreshes.get(0).text("trialToFormal")).isEqualTo("1");
        assertThat(refreshes.get(1).text("productId")).isEqualTo("OFFI2");
        assertThat(refreshes.get(1).text("periodType")).isEqualTo("month");
        assertThat(refreshes.get(1).text("orderAmount")).isEqualTo("12.500");
        assertThat(refreshes.get(2).text("orderAmount")).startsWith("-");
        assertThat(about("expireInstance", id).getFirst().text("orderId")).isEqualTo(orderId);
        assertThat(about("upgrade", id).getFirst().text("diskSize")).isEqualTo("80");
        assertThat(about("upgrade", id).getFirst().text("amount")).isEqualTo("2");
        assertThat(about("instanceStatus", id))
                .extracting(call -> call.text("instanceStatus"))
                .containsExactly("FREEZE", "NORMAL");
        assertThat(about("queryInstance", id + ",kb-other")).hasSize(1);
        assertThat(about("releaseInstance", id).getFirst().text("orderId")).isEqualTo(orderId);
        assertThat(running.seller.calls("newInstance", orderId))
                .hasSize(2)
                .extracting(call -> call.text("businessId"))
                .doesNotHaveDuplicates();
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("RELEASED");
    }

    @Test
    void aReleaseMayLeaveTheOrderOut() {
        String orderId = running.ready("{\"edition\":\"V1\"}");

        running.step(orderId, "release", "{\"orderIdSent\":false}");

        assertThat(about("releaseInstance", "kb" + orderId).getFirst().body().has("orderId"))
                .isFalse();
    }

    @Test
    void aProductMovesToV2AndBackInMidLife() {
        String orderId = running.ready("{\"edition\":\"V1\",\"productId\":\"OFFIMOVES\"}");
        running.seller.does(new StubGateway());

        Http.Got moved = running.http.post("/simulator/products/OFFIMOVES:move", "{\"edition\":\"V2\"}");
        assertThat(moved.json().get("moved").get(0).stringValue()).isEqualTo(orderId);
        running.step(orderId, "freeze", "{}");
        running.seller.does(new StubV1());
        running.http.post("/simulator/purchases/" + orderId + ":move", "{\"edition\":\"V1\"}");
        running.step(orderId, "unfreeze", "{}");

        assertThat(about("updateInstanceStatus", "kb" + orderId)).hasSize(1);
        assertThat(about("instanceStatus", "kb" + orderId)).hasSize(1);
        assertThat(running.purchase(orderId).get("instanceId").stringValue()).isEqualTo("kb" + orderId);
    }

    @Test
    void eachProductOfAPayPerUseOrderIsAnInstanceOfItsOwn() {
        String orderId = running.ready("{\"edition\":\"V1\",\"chargingMode\":\"ON_DEMAND\",\"productId\":\"P1\"}");

        JsonNode item = running.step(
                orderId, "item", "{\"product\":{\"productId\":\"P2\"},\"faults\":[{\"kind\":\"DUPLICATE\"}]}");

        assertThat(item.get("attempts").values())
                .extracting(attempt -> attempt.get("instanceId").stringValue())
                .containsOnly("kb" + orderId + "P2");
        assertThat(running.purchase(orderId).get("instanceId").stringValue()).isEqualTo("kb" + orderId + "P1");
        assertThat(violationsOf(orderId)).isEmpty();
    }

    @Test
    void oneInstanceForTwoProductsOfAnOrderBreaksAPromise() {
        running.seller.does(
                call -> StubV1.bought(call, "kb" + call.text("orderId")).signedForV1());
        String orderId = running.ready("{\"edition\":\"V1\",\"chargingMode\":\"ON_DEMAND\",\"productId\":\"P1\"}");

        running.step(orderId, "item", "{\"product\":{\"productId\":\"P2\"}}");

        assertThat(violationsOf(orderId)).containsExactly("SAME_INSTANCE_FOR_OTHER_ORDER");
    }

    private static List<String> violationsOf(String orderId) {
        return running.http.get("/simulator/violations").json().get("violations").values().stream()
                .filter(violation -> violation.get("orderId").stringValue().equals(orderId))
                .map(violation -> violation.get("kind").stringValue())
                .toList();
    }

    @Test
    void aWholeLifeIsPlayed() {
        String orderId = running.http
                .post("/simulator/lives", "{\"purchase\":{\"edition\":\"V1\"}}")
                .json()
                .get("orderId")
                .stringValue();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(running.http
                        .get("/simulator/lives/" + orderId)
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("DONE"));
        assertThat(running.purchase(orderId).get("stepCount").intValue()).isEqualTo(12);
    }

    @Test
    void manyAreBoughtAtOnce() {
        running.http.post(
                "/simulator/purchases:bulk",
                "{\"count\":5,\"duplicatePercent\":100,\"purchase\":{\"edition\":\"V1\",\"productId\":\"BULKV1\"}}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(running.seller.calls("newInstance").stream()
                                .filter(call -> call.text("productId").equals("BULKV1")))
                        .hasSize(10));
    }

    @Test
    void eachEditionRefusesWhatTheOtherAloneHas() {
        String v1 = running.ready("{\"edition\":\"V1\"}");
        assertThat(running.http
                        .post("/simulator/purchases/" + v1 + ":check", "{}")
                        .status())
                .isEqualTo(409);
        running.seller.does(new StubGateway());
        String v2 = running.ready("{}");
        assertThat(running.http
                        .post("/simulator/purchases/" + v2 + ":expire", "{}")
                        .status())
                .isEqualTo(409);
    }

    private static List<Received> about(String activity, String instanceId) {
        return running.seller.calls(activity).stream()
                .filter(call -> call.text("instanceId").equals(instanceId))
                .toList();
    }
}
