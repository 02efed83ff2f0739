package io.koobridge.simulator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.life.Delivery.UsageInfo;
import io.koobridge.simulator.rules.QueryVerdict.NotYet;
import io.koobridge.simulator.rules.QueryVerdict.Ready;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryVerdictTest {
    private static final String APP = "\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/1\"}";

    @Test
    void anElementWithAFrontEndUrlIsReady() {
        assertThat(judge(answer("{\"instanceId\":\"kb1\"," + APP + "}"), false))
                .isInstanceOfSatisfying(Ready.class, ready -> assertThat(
                                ready.delivery().appInfo().frontEndUrl())
                        .isEqualTo("https://app.example.com/1"));
    }

    @Test
    void itsOwnElementIsFoundAmongOthers() {
        assertThat(judge(answer("{\"instanceId\":\"kb0\"},{\"instanceId\":\"kb1\"," + APP + "}"), false))
                .isInstanceOf(Ready.class);
    }

    @Test
    void usageIsReadExactly() {
        String usage = "\"usageInfo\":[{\"usageValue\":12345678.1234,\"statisticalTime\":\"20260301090505000\"}]";

        assertThat(judge(answer("{\"instanceId\":\"kb1\"," + APP + "," + usage + "}"), true))
                .isInstanceOfSatisfying(
                        Ready.class, ready -> assertThat(ready.delivery().usageInfo())
                                .containsExactly(new UsageInfo(
                                        new BigDecimal("12345678.1234"), "20260301090505000", null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"instanceId\":\"kb2\"} | info has no element for kb1",
                "{\"instanceId\":\"kb1\"} | appInfo.frontEndUrl is missing",
                "{\"instanceId\":\"kb1\",\"appInfo\":{\"frontEndUrl\":7}} | frontEndUrl is not a string of at most 512 characters",
                "{\"instanceId\":\"kb1\",\"appInfo\":{\"frontEndUrl\":\"u\",\"memo\":\"\u5b9e\"}} | memo has characters that are not written as \\uXXXX"
            })
    void anIncompleteElementIsNotReady(String element, String reason) {
        assertThat(judge(answer(element), false)).isEqualTo(new NotYet(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | usageInfo is missing, which pay-per-use and packages must have",
                "[{\"statisticalTime\":\"20260301090505000\"}] | usageInfo.usageValue is missing or not a number",
                "[{\"usageValue\":\"7\",\"statisticalTime\":\"20260301090505000\"}] | usageInfo.usageValue is missing or not a number",
                "[{\"usageValue\":0.00001,\"statisticalTime\":\"20260301090505000\"}] | usageInfo.usageValue has more than 8 + 4 digits",
                "[{\"usageValue\":123456789,\"statisticalTime\":\"20260301090505000\"}] | usageInfo.usageValue has more than 8 + 4 digits",
                "[{\"usageValue\":0}] | usageInfo.statisticalTime is missing or not yyyyMMddHHmmssSSS",
                "[{\"usageValue\":0,\"statisticalTime\":\"20260301090505\"}] | usageInfo.statisticalTime is missing or not yyyyMMddHHmmssSSS"
            })
    void wrongUsageIsNotReady(String usage, String reason) {
        assertThat(judge(answer("{\"instanceId\":\"kb1\"," + APP + ",\"usageInfo\":" + usage + "}"), true))
                .isEqualTo(new NotYet(reason));
    }

    @ParameterizedTest
    @CsvSource({"adminUrl, 512", "userName, 128", "password, 128", "memo, 1024"})
    void lengthsAreChecked(String field, int longest) {
        assertThat(judge(withField(field, longest), false)).isInstanceOf(Ready.class);
        assertThat(judge(withField(field, longest + 1), false))
                .isEqualTo(new NotYet(field + " is not a string of at most " + longest + " characters"));
    }

    @Test
    void anEscapedMemoMayBeChinese() {
        assertThat(judge(
                        answer("{\"instanceId\":\"kb1\",\"appInfo\":{\"frontEndUrl\":\"u\",\"memo\":\"\\u5b9e\"}}"),
                        false))
                .isInstanceOf(Ready.class);
    }

    @Test
    void anyOtherCodeIsNotReady() {
        assertThat(judge("{\"resultCode\":\"000004\",\"resultMsg\":\"provisioning\"}", false))
                .isEqualTo(new NotYet("resultCode is 000004"));
    }

    private static String withField(String name, int length) {
        return answer("{\"instanceId\":\"kb1\",\"appInfo\":{\"frontEndUrl\":\"u\",\"" + name + "\":\""
                + "x".repeat(length) + "\"}}");
    }

    private static String answer(String elements) {
        return "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"info\":[" + elements + "]}";
    }

    private static QueryVerdict judge(String body, boolean withUsage) {
        return QueryVerdict.of(Replies.json(body), "kb1", withUsage);
    }
}
