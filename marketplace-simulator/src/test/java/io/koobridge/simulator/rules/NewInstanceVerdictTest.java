package io.koobridge.simulator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.rules.NewInstanceVerdict.Acknowledged;
import io.koobridge.simulator.rules.NewInstanceVerdict.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewInstanceVerdictTest {
    private static final String GOOD = "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"kb1\"}";

    @ParameterizedTest
    @ValueSource(strings = {"000000", "000004"})
    void provisionedAndProvisioningAreAcknowledgements(String code) {
        assertThat(NewInstanceVerdict.of(Replies.json(GOOD.replace("000000", code))))
                .isEqualTo(new Acknowledged("kb1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=utf8"})
    void theContentTypeMayHaveACharset(String contentType) {
        assertThat(NewInstanceVerdict.of(Replies.of(200, contentType, GOOD))).isEqualTo(new Acknowledged("kb1"));
    }

    @ParameterizedTest
    @CsvSource({
        "201, application/json, 'HTTP status is 201, not 200'",
        "500, application/json, 'HTTP status is 500, not 200'",
        "200, text/plain, 'Content-Type is text/plain, not application/json'",
        "200, application/jsonx, 'Content-Type is application/jsonx, not application/json'"
    })
    void outwardlyWrongAnswersFail(int status, String contentType, String reason) {
        assertThat(NewInstanceVerdict.of(Replies.of(status, contentType, GOOD))).isEqualTo(new Failed(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | body is not JSON",
                "[] | body is not a JSON object",
                "{\"resultMsg\":\"m\",\"instanceId\":\"i\"} | resultCode is missing or not a string",
                "{\"resultCode\":0,\"resultMsg\":\"m\"} | resultCode is missing or not a string",
                "{\"resultCode\":\"000000\",\"instanceId\":\"i\"} | resultMsg is missing or not a string",
                "{\"resultCode\":\"0000000\",\"resultMsg\":\"m\"} | resultCode or resultMsg is too long",
                "{\"resultCode\":\"000005\",\"resultMsg\":\"m\",\"instanceId\":\"i\"} | resultCode is 000005",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\"} | instanceId is missing",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\" \"} | instanceId is missing",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":7} | instanceId is missing"
            })
    void inwardlyWrongAnswersFail(String body, String reason) {
        assertThat(NewInstanceVerdict.of(Replies.json(body))).isEqualTo(new Failed(reason));
    }

    @Test
    void sixtyFourCharactersAreTheLongestInstanceId() {
        assertThat(NewInstanceVerdict.of(Replies.json(GOOD.replace("kb1", "x".repeat(64)))))
                .isEqualTo(new Acknowledged("x".repeat(64)));
        assertThat(NewInstanceVerdict.of(Replies.json(GOOD.replace("kb1", "x".repeat(65)))))
                .isEqualTo(new Failed("instanceId is longer than 64 characters"));
    }

    @Test
    void anEmptyBodyFails() {
        assertThat(NewInstanceVerdict.of(Replies.json(""))).isInstanceOf(Failed.class);
    }

    @Test
    void noAnswerFailsWithItsReason() {
        assertThat(NewInstanceVerdict.of(Reading.of(new Reply.Broken("no answer within 5000 ms"))))
                .isEqualTo(new Failed("no answer within 5000 ms"));
    }
}
