package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interfaces of authorization codes, every code of license §5.6 by rule and by fault. */
class CodesTest {
    private static final String PREFIX = "/api/mkp-openapi-public/global/";
    private static Running running;

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses();
        running.seller.does(new StubGateway());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void noMoreFaults() {
        running.http.delete("/simulator/open-api/faults");
    }

    @Test
    void aCodeIsActivatedAndTellsWhatItIs() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\",\"linearValue\":5,\"productId\":\"OFFI7\"}");
        String code = code(order);
        assertThat(shown(code).get("status").stringValue()).isEqualTo("NOT_ACTIVATED");

        JsonNode answer = post("v1/license/activate", "{\"license\":\"" + code + "\"}");

        assertThat(answer.get("error_code").stringValue()).isEqualTo("92020000");
        JsonNode info = new JsonMapper()
                .readTree(answer.get("data").get("license_code_info").stringValue());
        assertThat(info.get("status").stringValue()).isEqualTo("ALIVE");
        assertThat(info.get("expire_time").stringValue()).matches("\\d{14}");
        assertThat(info.get("product_id").stringValue()).isEqualTo("OFFI7");
        assertThat(info.get("amount").intValue()).isEqualTo(5);
        assertThat(info.get("order_id").stringValue()).isEqualTo(order);
        assertThat(shown(code).get("status").stringValue()).isEqualTo("ALIVE");
        JsonNode recorded = running.http
                .get("/simulator/calls?name=activateCode&orderId=" + order)
                .json();
        assertThat(recorded.get("calls").get(0).get("verdict").stringValue()).isEqualTo("ANSWERED");
    }

    @Test
    void aCodeIsQueriedAndTellsHowItStands() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        String code = active(order);

        assertThat(status(code)).isEqualTo("ALIVE");
        running.step(order, "freeze", "{}");
        assertThat(status(code)).isEqualTo("EXPIRED");
        running.step(order, "unfreeze", "{}");
        assertThat(status(code)).isEqualTo("ALIVE");
        running.step(order, "release", "{}");
        assertThat(status(code)).isEqualTo("RELEASED");
    }

    @Test
    void aQueryShowsTheRenewedEnd() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        String code = active(order);
        running.step(order, "refresh", "{}");

        JsonNode info = post(
                        "v1/license/heartbeat",
                        "{\"license\":\"" + code
                                + "\",\"heartbeatInfo\":{\"thirdPartyAccount\":\"user-7\",\"ip\":\"10.0.0.1\"}}")
                .get("data");

        assertThat(info.get("license_code").stringValue()).isEqualTo(code);
        assertThat(info.get("activate_time").stringValue()).matches("\\d{14}");
        assertThat(info.get("expire_time").stringValue())
                .isEqualTo(running.belief(order).get("expireTime").stringValue());
        assertThat(shown(code).get("thirdPartyAccount").stringValue()).isEqualTo("user-7");
        assertThat(shown(code).get("queries").intValue()).isEqualTo(1);
    }

    @Test
    void aCodeCannotBeActivatedBeforeTheBuyerCollectsIt() {
        String code = code(running.buy("{\"kind\":\"LICENSE_CODE\",\"collected\":false}"));

        assertThat(activated(code)).isEqualTo("92020004");
        running.http.post("/simulator/codes/" + code + ":collect", null);

        assertThat(activated(code)).isEqualTo("92020000");
    }

    @Test
    void aCodeIsNotActivatedTwice() {
        String code = active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(activated(code)).isEqualTo("92020003");
    }

    @Test
    void aReleasedCodeIsNotActivated() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        running.step(order, "release", "{}");

        assertThat(activated(code(order))).isEqualTo("92020003");
        assertThat(status(code(order))).isEqualTo("RELEASED");
    }

    @Test
    void whatDoesNotExistIsSaidToBeSo() {
        assertThat(activated("PLNONE")).isEqualTo("92020005");
        assertThat(queried("PLNONE")).isEqualTo("92020005");
        assertThat(running.http.get("/simulator/codes/PLNONE").status()).isEqualTo(404);
        String instance = running.ready("{\"kind\":\"LICENSE\"}");
        assertThat(activated("kb" + instance)).isEqualTo("92020005");
    }

    @Test
    void aCodeIsNotQueriedBeforeItsActivation() {
        assertThat(queried(code(running.buy("{\"kind\":\"LICENSE_CODE\"}")))).isEqualTo("92020011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000101000000", "tomorrow", "20270101"})
    void theRealEffectTimeIsATimeAfterTheOrder(String time) {
        String code = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(errorOf(post(
                        "v1/license/activate", "{\"license\":\"" + code + "\",\"real_effect_time\":\"" + time + "\"}")))
                .isEqualTo("92020002");
    }

    @Test
    void theRealEffectTimeIsKept() {
        String code = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        post("v1/license/activate", "{\"license\":\"" + code + "\",\"real_effect_time\":\"20991231000000\"}");

        assertThat(shown(code).get("realEffectTime").stringValue()).isEqualTo("20991231000000");
    }

    @Test
    void aListIsActivatedAndQueriedWholly() {
        String first = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        String second = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode activated = post("v2/license/activate", list(first, second));
        JsonNode queried = post("v2/license/heartbeat", list(first, second));

        assertThat(activated.toString()).isEqualTo("{\"error_code\":\"92020000\",\"error_msg\":\"success\"}");
        assertThat(queried.get("data").values())
                .extracting(info -> info.get("license_code").stringValue())
                .containsExactly(first, second);
    }

    @Test
    void aListWithOneBadCodeIsNotActivatedAtAll() {
        String good = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        assertThat(errorOf(post("v2/license/activate", list(good, "PLNONE")))).isEqualTo("92020020");
        assertThat(shown(good).get("status").stringValue()).isEqualTo("NOT_ACTIVATED");
        assertThat(errorOf(post("v2/license/heartbeat", list(good)))).isEqualTo("92020020");
    }

    @Test
    void aListWithOneBadCodeCanBeActivatedInPart() {
        String good = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        arm("{\"api\":\"ACTIVATE\",\"kind\":\"PARTLY\"}");

        assertThat(errorOf(post("v2/license/activate", list(good, "PLNONE")))).isEqualTo("92020020");
        assertThat(shown(good).get("status").stringValue()).isEqualTo("ALIVE");
    }

    @Test
    void useIsReportedAndKept() {
        String code = active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = post(
                "v2/license/software-usage-info",
                usage(code, "{\"active_num\":42}").replace("}]}]}", "},{\"id\":\"client-1\"}]}]}"));

        assertThat(errorOf(answer)).isEqualTo("92020000");
        JsonNode kept = shown(code).get("usage");
        assertThat(kept.get(0).get("activeNum").intValue()).isEqualTo(42);
        assertThat(kept.get(1).get("id").stringValue()).isEqualTo("client-1");
        assertThat(shown(code).get("usageReports").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"id\":\"c\",\"active_num\":1} ; 92020002", "{} ; 92020002"})
    void aReportHasExactlyOneOfItsTwoMembers(String use, String error) {
        String code = active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = post("v2/license/software-usage-info", usage(code, use));

        assertThat(errorOf(answer)).isEqualTo("92020020");
        JsonNode failed = answer.get("data").get("check_fail_list").get(0);
        assertThat(failed.get("license").stringValue()).isEqualTo(code);
        assertThat(failed.get("error_code").stringValue()).isEqualTo(error);
        assertThat(shown(code).get("usageReports").intValue()).isZero();
    }

    @Test
    void aReportCanBeTakenEntryByEntry() {
        String code = active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        arm("{\"api\":\"USAGE\",\"kind\":\"PARTLY\",\"calls\":1}");

        JsonNode answer = post(
                "v2/license/software-usage-info", usage(code, "{\"id\":\"good\"},{\"id\":\"bad\",\"active_num\":1}"));

        assertThat(errorOf(answer)).isEqualTo("92020000");
        JsonNode failed = answer.get("data").get("check_fail_list");
        assertThat(failed.size()).isEqualTo(1);
        assertThat(failed.get(0).get("id").stringValue()).isEqualTo("bad");
        assertThat(failed.get(0).get("error_code").stringValue()).isEqualTo("92020002");
        assertThat(shown(code).get("usage").get(0).get("id").stringValue()).isEqualTo("good");
        assertThat(shown(code).get("usageReports").intValue()).isEqualTo(1);
    }

    @Test
    void aReportOfANotActivatedCodeFailsAlone() {
        String good = active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        String idle = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = post(
                "v2/license/software-usage-info",
                "{\"usage_info\":[" + entry(good, "{\"id\":\"c\"}") + "," + entry(idle, "{\"id\":\"c\"}") + "]}");

        assertThat(answer.get("data")
                        .get("check_fail_list")
                        .get(0)
                        .get("error_code")
                        .stringValue())
                .isEqualTo("92020011");
        assertThat(shown(good).get("usageReports").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v1/license/activate ; {}",
                "v1/license/activate ; {\"license\":\"\"}",
                "v1/license/activate ; {\"license\":7}",
                "v1/license/heartbeat ; {\"license\":\"PL\",\"heartbeatInfo\":{}}",
                "v2/license/activate ; {\"license_list\":[]}",
                "v2/license/activate ; {\"license_list\":\"PL\"}",
                "v2/license/heartbeat ; {\"license_list\":[7]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\"}]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\",\"software_usage_Info\":[{\"active_num\":1234567890}]}]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\",\"software_usage_Info\":[{\"active_num\":\"1\"}]}]}"
            })
    void aMemberOfTheWrongFormIs95000001(String api, String body) {
        Http.Got got = send(api, body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(errorOf(got.json())).isEqualTo("95000001");
    }

    @Test
    void moreThanAHundredCodesAre95000001() {
        String many = list(java.util.stream.IntStream.rangeClosed(0, 100)
                .mapToObj(i -> "PL" + i)
                .toArray(String[]::new));

        assertThat(errorOf(send("v2/license/activate", many).json())).isEqualTo("95000001");
        assertThat(errorOf(send("v1/license/activate", "{\"license\":\"" + "x".repeat(65) + "\"}")
                        .json()))
                .isEqualTo("95000001");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, application/json, {}, 405, 95000002",
        "POST, text/plain, {}, 415, 95000003",
        "POST, application/json, nojson, 400, 95000004",
        "POST, application/json, [], 400, 95000004"
    })
    void anotherRequestThanJsonByPostIsRefused(String method, String type, String body, int status, String code) {
        Http.Got got =
                running.sendSigned(method, PREFIX + "v1/license/activate", type, body.getBytes(StandardCharsets.UTF_8));

        assertThat(got.status()).isEqualTo(status);
        assertThat(errorOf(got.json())).isEqualTo(code);
    }

    @Test
    void theAccessKeyIsChecked() {
        assertThat(running.http.post(PREFIX + "v1/license/activate", "{}").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVATE, v1/license/activate",
        "HEARTBEAT, v1/license/heartbeat",
        "USAGE, v2/license/software-usage-info"
    })
    void everyCodeCanBeMade(String api, String path) {
        arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\"}");
        assertThat(send(path, "{}").status()).isEqualTo(200);
        assertThat(errorOf(post(path, "{}"))).isEqualTo("92020001");
        arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\",\"code\":\"92020001\",\"status\":403}");
        assertThat(send(path, "{}").status()).isEqualTo(403);
        arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\",\"code\":\"95000003\"}");
        assertThat(send(path, "{}").status()).isEqualTo(415);
    }

    @Test
    void anActivationCanLoseItsAnswer() {
        String code = code(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        arm("{\"api\":\"ACTIVATE\",\"kind\":\"LOST_ANSWER\",\"calls\":1}");

        assertThat(catchThrowable(() -> activated(code))).isNotNull();

        assertThat(activated(code)).isEqualTo("92020003");
        assertThat(status(code)).isEqualTo("ALIVE");
    }

    @Test
    void codesAreListed() {
        String order = running.buy("{\"kind\":\"LICENSE_CODE\",\"linearValue\":9}");

        JsonNode listed = running.http
                .get("/simulator/codes?orderId=" + order + "&status=NOT_ACTIVATED")
                .json();

        assertThat(listed.get("codes").get(0).get("code").stringValue()).isEqualTo(code(order));
        assertThat(listed.get("codes").get(0).get("amount").intValue()).isEqualTo(9);
        assertThat(running.http.get("/simulator/codes?status=ODD").status()).isEqualTo(400);
    }

    private static void arm(String fault) {
        assertThat(running.http.put("/simulator/open-api/faults", fault).status())
                .isEqualTo(200);
    }

    private static String code(String orderId) {
        return running.purchase(orderId).get("code").stringValue();
    }

    private static String active(String orderId) {
        String code = code(orderId);
        assertThat(activated(code)).isEqualTo("92020000");
        return code;
    }

    private static JsonNode shown(String code) {
        return running.http.get("/simulator/codes/" + code).json();
    }

    private static String activated(String code) {
        return errorOf(post("v1/license/activate", "{\"license\":\"" + code + "\"}"));
    }

    private static String queried(String code) {
        return errorOf(post("v1/license/heartbeat", "{\"license\":\"" + code + "\"}"));
    }

    private static String status(String code) {
        return post("v1/license/heartbeat", "{\"license\":\"" + code + "\"}")
                .get("data")
                .get("status")
                .stringValue();
    }

    private static String errorOf(JsonNode answer) {
        return answer.get("error_code").stringValue();
    }

    private static String list(String... codes) {
        return "{\"license_list\":[\"" + String.join("\",\"", codes) + "\"]}";
    }

    private static String usage(String code, String use) {
        return "{\"usage_info\":[" + entry(code, use) + "]}";
    }

    private static String entry(String code, String use) {
        return "{\"license\":\"" + code + "\",\"software_usage_Info\":[" + use + "]}";
    }

    private static JsonNode post(String api, String body) {
        return send(api, body).json();
    }

    private static Http.Got send(String api, String body) {
        return running.postSigned(PREFIX + api, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
