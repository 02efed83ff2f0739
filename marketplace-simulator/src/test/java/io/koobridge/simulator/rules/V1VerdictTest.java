package io.koobridge.simulator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a success in V1, and the console's words for what does not. */
class V1VerdictTest {
    private static final String KEY = "fake-v1-key-0001";
    private static final String GOOD =
            "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"i1\",\"appInfo\":{\"frontEndUrl\":\"https://a.example.com\"}}";
    private final V1Verdict verdict = new V1Verdict(KEY);

    @Test
    void aWholeSignedAnswerIsASuccess() {
        Verdict good = of(new Question.Purchase(), GOOD);

        assertThat(good.reason()).isNull();
        assertThat(good.instanceId()).isEqualTo("i1");
        assertThat(Objects.requireNonNull(good.delivery()).appInfo().frontEndUrl())
                .isEqualTo("https://a.example.com");
    }

    @Test
    void theConsoleSaysWhatIsWrongWithASignature() {
        assertThat(judged(200, "application/json", null, GOOD).reason()).isEqualTo("http header->bodySign is empty");
        assertThat(judged(200, "application/json", "sign_type=HMAC-SHA256, signature=" + sign(GOOD), GOOD)
                        .reason())
                .isEqualTo("sign_type is not equals HMAC-SHA256 or signature is empty");
        assertThat(judged(200, "application/json", "sign_type=\"HMAC-SHA256\", signature=\"\"", GOOD)
                        .reason())
                .isEqualTo("sign_type is not equals HMAC-SHA256 or signature is empty");
        assertThat(judged(200, "application/json", header(GOOD), GOOD + "\n").reason())
                .isEqualTo("Http Body签名校验失败");
    }

    @Test
    void statusAndContentTypeMustBeRight() {
        assertThat(judged(201, "application/json", header(GOOD), GOOD).reason())
                .isEqualTo("HTTP status is 201, not 200");
        assertThat(judged(200, "text/json", header(GOOD), GOOD).reason())
                .isEqualTo("Content-Type is text/json, not application/json");
        assertThat(judged(200, "application/json;charset=UTF-8", header(GOOD), GOOD)
                        .reason())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"resultCode\":\"000004\",\"resultMsg\":\"m\",\"instanceId\":\"i\"} | resultCode is 000004",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"appInfo\":{\"frontEndUrl\":\"https://a\"}} | instanceId is missing",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"i\"} | appInfo.frontEndUrl is missing",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"\\u53c2\",\"instanceId\":\"i\",\"appInfo\":{\"frontEndUrl\":\"https://a\"}} | resultMsg has characters beyond ASCII",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"i\",\"appInfo\":{\"frontEndUrl\":\"https://\\u00fc\"}} | frontEndUrl has characters beyond ASCII",
                "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"i\",\"appInfo\":{\"frontEndUrl\":\"https://a\",\"memo\":\"参\"}} | memo has characters that are not written as \\uXXXX"
            })
    void anAnswerThatLacksSomethingFails(String body, String reason) {
        assertThat(of(new Question.Purchase(), body).reason()).isEqualTo(reason);
    }

    @Test
    void aMemoMayBeChineseWhenItIsEscaped() {
        assertThat(of(new Question.Purchase(), GOOD.replace("\"}}", "\",\"memo\":\"\\u53c2\"}}"))
                        .reason())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 256", "2, 128", "7, 256"})
    void credentialsAreOpenedAsEncryptTypeSays(String type, int bits) {
        String hidden = new FieldCipher(KEY, bits).encrypted("0123456789abcdef", "admin");

        Verdict opened = of(new Question.Purchase(), withUser(type, hidden));

        assertThat(Objects.requireNonNull(opened.delivery()).appInfo().userName())
                .isEqualTo("admin");
        assertThat(opened.breach()).isNull();
    }

    @Test
    void credentialsThatCannotBeOpenedBreakAPromise() {
        String hidden = new FieldCipher(KEY, 128).encrypted("0123456789abcdef", "admin");

        Verdict shut = of(new Question.Purchase(), withUser("1", hidden));

        assertThat(shut.reason()).isNull();
        assertThat(shut.breach()).isEqualTo("userName cannot be decrypted as encryptType says");
    }

    @Test
    void credentialsThatAreTooLongFailTheCallToo() {
        String hidden = new FieldCipher(KEY, 256).encrypted("0123456789abcdef", "x".repeat(80));

        Verdict tooLong = of(new Question.Purchase(), withUser("1", hidden));

        assertThat(tooLong.reason()).isEqualTo("userName has more than 128 characters");
        assertThat(tooLong.breach()).isEqualTo(tooLong.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"instanceId\":\"i1\"} | false | ",
                "{\"instanceId\":\"i1\"} | true | usageInfo is missing, which pay-per-use and packages must have",
                "{\"instanceId\":\"i2\"} | false | info has no element for i1",
                "{\"appInfo\":{}} | false | an element of info has no instanceId",
                "{\"instanceId\":\"i1\",\"usageInfo\":[{\"usageValue\":1}]} | true | usageInfo.statisticalTime is missing or not yyyyMMddHHmmssSSS",
                "{\"instanceId\":\"i1\",\"usageInfo\":[{\"usageValue\":1,\"statisticalTime\":\"20260501115500000\"}]} | true | "
            })
    void aQueryMustTellOfTheInstanceThatWasAskedFor(String element, boolean withUsage, @Nullable String reason) {
        String body = "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"info\":[" + element + "]}";

        assertThat(of(new Question.Information("i1", withUsage), body).reason()).isEqualTo(reason);
    }

    private static String withUser(String type, String value) {
        return GOOD.replace("\"instanceId\"", "\"encryptType\":\"" + type + "\",\"instanceId\"")
                .replace("\"}}", "\",\"userName\":\"" + value + "\"}}");
    }

    private Verdict of(Question question, String body) {
        Reply.Answered reply =
                new Reply.Answered(200, "application/json", header(body), body.getBytes(StandardCharsets.UTF_8));
        return verdict.of(question, reply, Reading.of(reply));
    }

    private Verdict judged(int status, String type, @Nullable String header, String body) {
        Reply.Answered reply = new Reply.Answered(status, type, header, body.getBytes(StandardCharsets.UTF_8));
        return verdict.of(new Question.Purchase(), reply, Reading.of(reply));
    }

    private static String header(String body) {
        return "sign_type=\"HMAC-SHA256\", signature=\"" + sign(body) + "\"";
    }

    private static String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
