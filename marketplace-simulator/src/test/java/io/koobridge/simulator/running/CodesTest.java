package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.CodeCalls.errorOf;
import static io.koobridge.simulator.running.CodeCalls.list;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How authorization codes are activated and queried (license §5.3, §5.4, §5.6). */
class CodesTest {
    private static Running running;
    private static CodeCalls codes;

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses();
        running.seller.does(new StubGateway());
        codes = new CodeCalls(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aCodeIsActivatedAndTellsWhatItIs() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\",\"linearValue\":5,\"productId\":\"OFFI7\"}");
        String code = codes.of(order);
        assertThat(codes.shown(code).get("status").stringValue()).isEqualTo("NOT_ACTIVATED");

        JsonNode answer = codes.post("v1/license/activate", "{\"license\":\"" + code + "\"}");

        assertThat(answer.get("error_code").stringValue()).isEqualTo("92020000");
        JsonNode info = new JsonMapper()
                .readTree(answer.get("data").get("license_code_info").stringValue());
        assertThat(info.get("status").stringValue()).isEqualTo("ALIVE");
        assertThat(info.get("expire_time").stringValue()).matches("\\d{14}");
        assertThat(info.get("product_id").stringValue()).isEqualTo("OFFI7");
        assertThat(info.get("amount").intValue()).isEqualTo(5);
        assertThat(info.get("order_id").stringValue()).isEqualTo(order);
        assertThat(codes.shown(code).get("status").stringValue()).isEqualTo("ALIVE");
        JsonNode recorded = running.http
                .get("/simulator/calls?name=activateCode&orderId=" + order)
                .json();
        assertThat(recorded.get("calls").get(0).get("verdict").stringValue()).isEqualTo("ANSWERED");
    }

    @Test
    void aCodeIsQueriedAndTellsHowItStands() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        String code = codes.active(order);

        assertThat(codes.status(code)).isEqualTo("ALIVE");
        running.step(order, "freeze", "{}");
        assertThat(codes.status(code)).isEqualTo("EXPIRED");
        running.step(order, "unfreeze", "{}");
        assertThat(codes.status(code)).isEqualTo("ALIVE");
        running.step(order, "release", "{}");
        assertThat(codes.status(code)).isEqualTo("RELEASED");
    }

    @Test
    void aQueryShowsTheRenewedEnd() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        String code = codes.active(order);
        running.step(order, "refresh", "{}");

        JsonNode info = codes.post(
                        "v1/license/heartbeat",
                        "{\"license\":\"" + code
                                + "\",\"heartbeatInfo\":{\"thirdPartyAccount\":\"user-7\",\"ip\":\"10.0.0.1\"}}")
                .get("data");

        assertThat(info.get("license_code").stringValue()).isEqualTo(code);
        assertThat(info.get("activate_time").stringValue()).matches("\\d{14}");
        assertThat(info.get("expire_time").stringValue())
                .isEqualTo(running.belief(order).get("expireTime").stringValue());
        assertThat(codes.shown(code).get("thirdPartyAccount").stringValue()).isEqualTo("user-7");
        assertThat(codes.shown(code).get("queries").intValue()).isEqualTo(1);
    }

    @Test
    void aCodeCannotBeActivatedBeforeTheBuyerCollectsIt() {
        String code = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\",\"collected\":false}"));

        assertThat(codes.activated(code)).isEqualTo("92020004");
        running.http.post("/simulator/codes/" + code + ":collect", null);

        assertThat(codes.activated(code)).isEqualTo("92020000");
    }

    @Test
    void aCodeIsNotActivatedTwice() {
        String code = codes.active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(codes.activated(code)).isEqualTo("92020003");
    }

    @Test
    void aReleasedCodeIsNotActivated() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        running.step(order, "release", "{}");

        assertThat(codes.activated(codes.of(order))).isEqualTo("92020003");
        assertThat(codes.status(codes.of(order))).isEqualTo("RELEASED");
    }

    @Test
    void whatDoesNotExistIsSaidToBeSo() {
        assertThat(codes.activated("PLNONE")).isEqualTo("92020005");
        assertThat(codes.queried("PLNONE")).isEqualTo("92020005");
        assertThat(running.http.get("/simulator/codes/PLNONE").status()).isEqualTo(404);
        String instance = running.ready("{\"kind\":\"LICENSE\"}");
        assertThat(codes.activated("kb" + instance)).isEqualTo("92020005");
    }

    @Test
    void aCodeIsNotQueriedBeforeItsActivation() {
        assertThat(codes.queried(codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"))))
                .isEqualTo("92020011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000101000000", "tomorrow", "20270101"})
    void theRealEffectTimeIsATimeAfterTheOrder(String time) {
        String code = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(errorOf(codes.post(
                        "v1/license/activate", "{\"license\":\"" + code + "\",\"real_effect_time\":\"" + time + "\"}")))
                .isEqualTo("92020002");
    }

    @Test
    void theRealEffectTimeIsKept() {
        String code = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        codes.post("v1/license/activate", "{\"license\":\"" + code + "\",\"real_effect_time\":\"20991231000000\"}");

        assertThat(codes.shown(code).get("realEffectTime").stringValue()).isEqualTo("20991231000000");
    }

    @Test
    void aListIsActivatedAndQueriedWholly() {
        String first = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        String second = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode activated = codes.post("v2/license/activate", list(first, second));
        JsonNode queried = codes.post("v2/license/heartbeat", list(first, second));

        assertThat(activated.toString()).isEqualTo("{\"error_code\":\"92020000\",\"error_msg\":\"success\"}");
        assertThat(queried.get("data").values())
                .extracting(info -> info.get("license_code").stringValue())
                .containsExactly(first, second);
    }

    @Test
    void aListWithOneBadCodeIsNotActivatedAtAll() {
        String good = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(errorOf(codes.post("v2/license/activate", list(good, "PLNONE"))))
                .isEqualTo("92020020");
        assertThat(codes.shown(good).get("status").stringValue()).isEqualTo("NOT_ACTIVATED");
        assertThat(errorOf(codes.post("v2/license/heartbeat", list(good)))).isEqualTo("92020020");
    }

    @Test
    void codesAreListed() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\",\"linearValue\":9}");

        JsonNode listed = running.http
                .get("/simulator/codes?orderId=" + order + "&status=NOT_ACTIVATED")
                .json();

        assertThat(listed.get("codes").get(0).get("code").stringValue()).isEqualTo(codes.of(order));
        assertThat(listed.get("codes").get(0).get("amount").intValue()).isEqualTo(9);
        assertThat(running.http.get("/simulator/codes?status=ODD").status()).isEqualTo(400);
    }
}
