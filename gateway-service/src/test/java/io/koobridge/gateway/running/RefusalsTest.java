package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest extends GatewayTest {

    private static final String GOOD = "signature=" + "0".repeat(64) + "&timestamp=1730000000123&nonce=n";

    @Tag("promise:only-the-signed")
    @Test
    void aWrongKeyIsNotAuthenticAndTheAnswerSaysNoMore() {
        double before = counted("koobridge.signature.rejected", "reason", "signature_mismatch");

        var reply = send(Call.newInstance(CLOCK, "CS-1").withKey("a-key-that-nobody-has"))
                .isProper();

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000001\",\"resultMsg\":\"authentication failed\"}");
        assertThat(lastJournaled().verdict()).isEqualTo("signature_mismatch");
        assertThat(lastJournaled().keyId()).isNull();
        assertThat(lastJournaled().activity()).isEqualTo("other");
        assertThat(GATEWAY.journal().entriesAbout(RunningGateway.PATH)).contains(lastJournaled());
        assertThat(counted("koobridge.signature.rejected", "reason", "signature_mismatch"))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    '';                                               000002; timestamp_missing;      timestamp is missing or not current
                    timestamp=1730000000123&nonce=n;                  000001; signature_missing;      authentication failed
                    signature=zz&timestamp=1730000000123&nonce=n;     000001; signature_malformed;    authentication failed
                    signature=00&timestamp=soon&nonce=n;              000002; timestamp_not_a_number; timestamp is missing or not current
                    signature=00&timestamp=17300000001234&nonce=n;    000002; timestamp_length;       timestamp is missing or not current
                    signature=00&timestamp=1730000000123;             000002; nonce_missing;          nonce is missing or malformed
                    signature=00&timestamp=1730000000123&Nonce=n;     000002; nonce_missing;          nonce is missing or malformed
                    signature=00&timestamp=1729990000&nonce=n;        000002; clock_behind;           timestamp is missing or not current
                    signature=00&timestamp=1730990000123&nonce=n;     000002; clock_ahead;            timestamp is missing or not current
                    """)
    void parametersAreCheckedBeforeTheBodyAndTheAnswerSaysWhichButNotWhy(
            String query, String code, String verdict, String message) {
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(Call.newInstance(CLOCK, "CS-1").withQuery(query).head());

            var reply = connection.read().isProper();

            assertThat(reply.code()).isEqualTo(code);
            assertThat(reply.json().path("resultMsg").asString()).isEqualTo(message);
            assertThat(reply.header("connection")).contains("close");
            assertThat(lastJournaled().verdict()).isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature=00", "timestamp=1730000000123", "nonce=m", "n%6Fnce=m", "nonce"})
    void aRepeatedParameterIsRefused(String repetition) {
        var reply = send(Call.newInstance(CLOCK, "CS-1").withQuery(GOOD + "&" + repetition))
                .isProper();

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(lastJournaled().verdict()).isEqualTo("parameter_repeated");
    }

    @Tag("promise:answers-are-signed")
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "BREW"})
    void anotherMethodIsRefusedBySignedAnswer(String method) {
        var reply = send(Call.newInstance(CLOCK, "CS-1").withMethod(method)).isProper();

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(lastJournaled().verdict()).isEqualTo("method");
    }

    @Test
    void aPreflightIsNoExceptionToThat() {
        var reply = send(Call.newInstance(CLOCK, "CS-1")
                        .withMethod("OPTIONS")
                        .withHeader("Origin: https://elsewhere.example.com")
                        .withHeader("Access-Control-Request-Method: POST"))
                .isProper();

        assertThat(reply.code()).isEqualTo("000002");
    }

    @Test
    void headIsAnsweredWithTheHeadOfThatAnswer() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var request = "HEAD %s?x=1 HTTP/1.1\r\nHost: a\r\n\r\n".formatted(RunningGateway.PATH);
            connection.send(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));

            var reply = connection.readHead();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).contains("application/json");
            assertThat(reply.header("Body-Sign")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/koogallery",
                "/koogallery/saas/",
                "/koogallery/saas/x",
                "/KooGallery/saas",
                "/koogallery/saas;a=b",
                "//koogallery/saas",
                "/koogallery/../koogallery/saas",
                "/internal/instances:query",
                "/actuator/health",
                "/actuator/prometheus",
                "/favicon.ico",
                "/error"
            })
    void aPathThatIsNotConfiguredIsNotFoundAndSaysNothing(String path) {
        for (var method : new String[] {"POST", "GET", "OPTIONS", "DELETE"}) {
            var reply = send(Call.newInstance(CLOCK, "CS-1").withPath(path).withMethod(method));

            assertThat(reply.status()).as("%s %s", method, path).isEqualTo(404);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void aPreflightElsewhereIsNotFoundEither() {
        var reply = send(Call.newInstance(CLOCK, "CS-1")
                .withPath("/elsewhere")
                .withMethod("OPTIONS")
                .withHeader("Origin: https://elsewhere.example.com")
                .withHeader("Access-Control-Request-Method: POST"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void livenessIsPublicAndProductionAddressesAreNot() {
        assertThat(send(Call.newInstance(CLOCK, "x")
                                .withPath("/actuator/health/liveness")
                                .withMethod("GET"))
                        .status())
                .isEqualTo(200);
        assertThat(Connection.exchange(
                                GATEWAY.internalPort(),
                                Call.newInstance(CLOCK, "CS-1").bytes())
                        .status())
                .isEqualTo(404);
    }

    static String[] bodiesThatSayNothing() {
        return new String[] {
            "",
            "   ",
            "null",
            "[]",
            "\"newInstance\"",
            "{\"activity\":\"newInstance\"",
            "{\"activity\":\"newInstance\"}{}",
            "{activity:\"newInstance\"}",
            "{\"activity\":\"newInstance\",\"orderId\":\"1\",\"orderId\":\"2\",\"orderLineId\":\"3\"}",
            "{\"activity\":\"newInstance\",\"orderId\":\"1\",\"orderLineId\":\"2\",\"x\":{\"y\":1,\"y\":2}}",
            "\uFEFF{\"activity\":\"newInstance\",\"orderId\":\"1\",\"orderLineId\":\"2\"}",
            "[".repeat(2000),
            "{\"a\":".repeat(2000),
        };
    }

    @ParameterizedTest
    @MethodSource("bodiesThatSayNothing")
    void aSignedBodyThatIsNoProperObjectIsNotUnderstood(String body) {
        var reply = send(Call.of(CLOCK, body)).isProper();

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(lastJournaled().keyId()).isEqualTo("base-1");
    }

    @Test
    void aSignedBodyInAnotherEncodingIsNotUnderstood() {
        var call = Call.of(CLOCK, "");
        var json = "{\"activity\":\"newInstance\",\"orderId\":\"1\",\"orderLineId\":\"2\"}";

        assertThat(send(call.withBody(json.getBytes(java.nio.charset.StandardCharsets.UTF_16BE)))
                        .isProper()
                        .code())
                .isEqualTo("000002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"orderId":"1","orderLineId":"2"};                                         activity
                    {"activity":null};                                                         activity
                    {"activity":""};                                                           activity
                    {"activity":{}};                                                           activity
                    {"activity":"NewInstance","orderId":"1","orderLineId":"2"};                activity
                    {"activity":"upgrade"};                                                    activity
                    {"activity":"newInstance","orderLineId":"2"};                              orderId
                    {"activity":"newInstance","orderId":null,"orderLineId":"2"};               orderId
                    {"activity":"newInstance","orderId":" ","orderLineId":"2"};                orderId
                    {"activity":"newInstance","orderId":["1"],"orderLineId":"2"};              orderId
                    {"activity":"newInstance","orderId":true,"orderLineId":"2"};               orderId
                    {"activity":"newInstance","orderId":"1"};                                  orderLineId
                    {"activity":"newInstance","orderId":"1","orderLineId":"2","productId":{}}; productId
                    {"activity":"newInstance","orderId":"\\ud800","orderLineId":"2"};          orderId
                    {"activity":"queryInstance"};                                              instanceId
                    {"activity":"queryInstance","instanceId":" , ,"};                          instanceId
                    """)
    void aMissingOrUnreadableFieldIsNamed(String body, String field) {
        var reply = send(Call.of(CLOCK, body)).isProper();

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(reply.json().path("resultMsg").asString()).startsWith(field + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderId", "orderLineId", "productId"})
    void anIdOfAnOrderMayHaveSixtyFourCharactersAndNoMore(String field) {
        var others = "\"activity\":\"newInstance\"%s%s"
                .formatted(
                        field.equals("orderId") ? "" : ",\"orderId\":\"1\"",
                        field.equals("orderLineId") ? "" : ",\"orderLineId\":\"1\"");

        var longest = send(Call.of(CLOCK, "{%s,\"%s\":\"%s\"}".formatted(others, field, "x".repeat(64))))
                .isProper();
        var tooLong = send(Call.of(CLOCK, "{%s,\"%s\":\"%s\"}".formatted(others, field, "x".repeat(65))))
                .isProper();

        assertThat(longest.code()).isEqualTo("000004");
        assertThat(tooLong.code()).isEqualTo("000002");
        assertThat(tooLong.json().path("resultMsg").asString()).startsWith(field + " ");
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void aRefusedCallOfAKnownActivityCountsAsThatActivity(ActivityCalls activity) {
        double before = counted("koobridge.callbacks", "activity", activity.spelling(), "result_code", "000002");

        var reply = send(Call.of(CLOCK, "{\"activity\":\"%s\"}".formatted(activity.spelling())))
                .isProper();

        assertThat(reply.json().path("resultMsg").asString()).endsWith("Id is missing");
        assertThat(lastJournaled().verdict()).isEqualTo("not_understood");
        assertThat(counted("koobridge.callbacks", "activity", activity.spelling(), "result_code", "000002"))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"activity":"refreshInstance","instanceId":"i","orderId":"o","expireTime":"20261027155959"};                          scene is missing
                    {"activity":"refreshInstance","instanceId":"i","orderId":"o","expireTime":"20261027155959","scene":"LATER"};          scene is unknown
                    {"activity":"refreshInstance","instanceId":"i","scene":"RENEWAL","expireTime":"20261027155959"};                      orderId is missing
                    {"activity":"refreshInstance","instanceId":"i","scene":"RENEWAL","orderId":"o","expireTime":"20260230000000"};        expireTime is not a time of 14 or 17 digits
                    {"activity":"updateInstanceStatus","instanceId":"i"};                                                                 status is missing
                    {"activity":"updateInstanceStatus","instanceId":"i","status":"freeze"};                                               status is unknown
                    {"activity":"upgradeInstance","instanceId":"i"};                                                                      orderId is missing
                    {"activity":"changeInstanceCheck","instanceId":"i"};                                                                  productInfo is missing
                    {"activity":"changeInstanceCheck","instanceId":"i","productInfo":"OFFI-1"};                                           productInfo is not readable
                    """)
    void whatIsWrongIsSaidInOneClause(String body, String why) {
        assertThat(send(Call.of(CLOCK, body)).isProper().text())
                .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"%s\"}".formatted(why));
    }

    @Test
    void anActivityThatNobodyKnowsCountsAsOther() {
        double before = counted("koobridge.callbacks", "activity", "other", "result_code", "000002");

        send(Call.of(CLOCK, "{\"activity\":\"some-new-activity\"}")).isProper();

        assertThat(counted("koobridge.callbacks", "activity", "other", "result_code", "000002"))
                .isEqualTo(before + 1);
        assertThat(counted("koobridge.callbacks", "activity", "some-new-activity"))
                .isZero();
    }
}
