package io.koobridge.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.openapi.OpenApiAnswer.GatewayRefused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Refused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Success;
import io.koobridge.runtime.openapi.OpenApiAnswer.Unavailable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader(new Mask("AKEXAMPLE", "sk-example-not-real"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resultCode\":\"MKT.0000\",\"resultMsg\":\"Success\"}",
                "{\"error_code\":\"MKT.0000\"}",
                "{\"resultCode\":\"CBC.0000\"}",
                "{\"resultCode\":\"MKT. 0000\"}",
                "{\"resultCode\":\"\",\"error_code\":\"92020000\"}"
            })
    void successHasManySpellings(String body) {
        assertThat(read(200, body)).isInstanceOf(Success.class);
    }

    @Test
    void aSuccessHandsOverTheWholeAnswer() {
        assertThat(read(200, "{\"resultCode\":\"MKT.0000\",\"orderInfo\":{\"orderId\":\"CS1\"}}"))
                .isInstanceOfSatisfying(Success.class, success -> assertThat(
                                success.body().at("/orderInfo/orderId").asString())
                        .isEqualTo("CS1"));
    }

    @ParameterizedTest
    @CsvSource({
        "406, MKT.0250, 0250, true",
        "406, 'MKT. 0250', 0250, true",
        "406, 'CBC.0250 ', 0250, true",
        "500, MKT.0999, 0999, true",
        "500, MKT.0100, 0100, false",
        "400, MKT.0101, 0101, false",
        "401, MKT.0150, 0150, false",
        "401, MKT.0154, 0154, false",
        "500, MKT.9001, 9001, false",
        "200, 92020005, 92020005, false"
    })
    void aRefusalIsToldByThePartAfterTheDotWhateverTheStatus(int status, String sent, String code, boolean again) {
        var answer = read(status, "{\"resultCode\":\"%s\",\"resultMsg\":\"why\"}".formatted(sent));

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).isEqualTo("why");
            assertThat(refused.body().has("resultCode")).isTrue();
        });
        assertThat(answer.worthRepeating()).isEqualTo(again);
        assertThat(answer.outcome()).isEqualTo("refused");
        assertThat(answer.detail()).isEqualTo(code + " why");
    }

    @ParameterizedTest
    @CsvSource({
        "401, APIGW.0301, false",
        "403, APIGW.0302, false",
        "404, APIGW.0101, false",
        "404, APIGW.0103, true",
        "429, APIGW.0308, true",
        "413, APIGW.0201, false",
        "502, APIGW.0201, true",
        "504, APIGW.0201, true"
    })
    void theGatewayInBetweenIsToldApart(int status, String code, boolean again) {
        var answer =
                read(status, "{\"error_code\":\"%s\",\"error_msg\":\"why\",\"request_id\":\"r1\"}".formatted(code));

        assertThat(answer).isEqualTo(new GatewayRefused(status, code, "why (request r1)"));
        assertThat(answer.worthRepeating()).isEqualTo(again);
        assertThat(answer.detail()).isEqualTo(status + " " + code + " why (request r1)");
    }

    @Test
    void anErrorPageOfAnybodyInBetweenIsAGatewaysRefusalWithoutACode() {
        assertThat(read(502, "<html>Bad Gateway</html>")).isEqualTo(new GatewayRefused(502, null, ""));
        assertThat(read(404, "")).satisfies(answer -> {
            assertThat(answer.worthRepeating()).as("it is not the call's fault").isTrue();
            assertThat(answer.outcome()).isEqualTo("gateway_refused");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "[]", "{}", "{\"resultCode\":null}", "{\"resultCode\":{\"a\":1}}"})
    void aGoodStatusWithoutACodeIsNoAnswer(String body) {
        var answer = read(200, body);

        assertThat(answer).isEqualTo(new Unavailable("the marketplace answered 200 without a code", false));
        assertThat(answer.worthRepeating()).isTrue();
        assertThat(answer.outcome()).isEqualTo("unreadable");
    }

    @Test
    void keysAndSignaturesAreMaskedInMessages() {
        var answer = read(
                401,
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Access=AKEXAMPLE, Signature=%s sk-example-not-real\\nx\"}"
                        .formatted("ab12".repeat(16)));

        assertThat(answer).isEqualTo(new GatewayRefused(401, "APIGW.0301", "Access=***, Signature=*** *** x"));
    }

    @Test
    void messagesAreBounded() {
        assertThat(read(400, "{\"error_code\":\"MKT.0199\",\"error_msg\":\"%s\"}".formatted("x".repeat(5_000))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).hasSize(300));
    }

    @Property
    void whateverComesBackIsAnAnswer(@ForAll @IntRange(min = 100, max = 599) int status, @ForAll byte[] body) {
        assertThat(reader.read(status, body)).isNotInstanceOf(Success.class);
    }

    private OpenApiAnswer read(int status, String body) {
        return reader.read(status, body.getBytes(UTF_8));
    }
}
