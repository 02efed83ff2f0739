package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} of a V1 call by POST as a user types it. */
class ExplainV1PostTest extends TypedTest {

    private static final AccessKey KEY = new AccessKey("v1", "an-invented-key-of-v1", null);
    private static final String TOKEN = AuthToken.sign(
            KEY, Map.of("activity", "expireInstance", "instanceId", "kb1", "timeStamp", "20260331011507482"));
    private static final String BODY =
            "{\"activity\":\"expireInstance\",\"instanceId\":\"kb1\",\"timeStamp\":\"20260331011507482\"}";
    private static final String WITH_TOKEN = BODY.replace("{", "{\"authToken\":\"" + TOKEN + "\",");

    ExplainV1PostTest(@TempDir Path home) {
        super(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /koogallery/saas HTTP/1.1\r\nHost: kb.example.com\r\nAuthToken: \"$TOKEN\"\r\n\r\n$BODY",
                "POST /koogallery/saas HTTP/1.1\nHost: kb.example.com\n\n$WITH_TOKEN",
                "curl -H 'authToken: $TOKEN' -d '$BODY' https://kb.example.com/koogallery/saas",
                "curl -X POST 'https://kb.example.com/koogallery/saas' --data-raw '$WITH_TOKEN'"
            })
    void aCaptureWithATokenIsExplainedAsV1(String capture) {
        var text = capture.replace("$TOKEN", TOKEN).replace("$BODY", BODY).replace("$WITH_TOKEN", WITH_TOKEN);

        assertThat(explain(file("call.txt", text))).as(out + " " + error).isZero();

        assertThat(out.toString())
                .contains(
                        "key 'v1' verifies the members of the body as they are",
                        "if it is told to accept a POST (v1.accept-post)",
                        "activity=expireInstance&instanceId=kb1&timeStamp=20260331011507482")
                .doesNotContain(KEY.secret());
    }

    @Test
    void thePartsAreExplained() {
        var body = file("body.json", BODY);
        var address = "https://kb.example.com/koogallery/saas";

        assertThat(explain("--url", address, "--auth-token", TOKEN, "--body-file", body))
                .as(out + " " + error)
                .isZero();
        assertThat(explain("--url", address, "--auth-token", TOKEN.toLowerCase(Locale.ROOT), "--body-file", body))
                .isEqualTo(1);
        assertThat(explain("--url", address, "--body-file", file("with-token.json", WITH_TOKEN)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /cb;a&signature=x HTTP/1.1\nauthToken: $TOKEN\n\n$BODY",
                "curl 'https://kb.example.com/cb;a&signature=x' -H 'authToken: $TOKEN' -d '$BODY'"
            })
    void aPathWithAnEqualsSignIsNoQuery(String capture) {
        assertThat(explain(file("call.txt", capture.replace("$TOKEN", TOKEN).replace("$BODY", BODY))))
                .as(out + " " + error)
                .isZero();
    }

    @Test
    void anAddressIsNoQueryButAQueryMayBeGivenAsOne() {
        var body = file("body.json", BODY);

        for (var address : List.of("https://kb.example.com/cb;a&signature=x", "zone=1")) {
            assertThat(explain("--url", address, "--auth-token", TOKEN, "--body-file", body))
                    .as(out + " " + error)
                    .isZero();
        }
        assertThat(explain("--url", "signature=x", "--auth-token", TOKEN, "--body-file", body))
                .as("of V2")
                .isEqualTo(1);
    }

    @Test
    void aTokenInTheQueryIsNotThatOfAPost() {
        var query = "authToken=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);

        assertThat(explain(file("call.txt", "POST /koogallery/saas?" + query + " HTTP/1.1\n\n" + BODY)))
                .isEqualTo(1);

        assertThat(out.toString()).contains("authToken stands in the query, where nobody looks for that of a POST");
    }

    @Test
    void whatHasASignatureIsOfV2WhateverElseItHas() {
        var request = "POST /koogallery/saas?signature=AB HTTP/1.1\nauthToken: " + TOKEN + "\n\n" + BODY;

        assertThat(explain(file("call.txt", request))).isEqualTo(1);

        assertThat(out.toString()).contains("nonce");
    }

    @Test
    void aCurlCommandWithoutQueryAndBodyIsNoCall() {
        assertThat(explain(file("call.txt", "curl -H 'authToken: x' https://kb.example.com/koogallery/saas")))
                .isEqualTo(2);

        assertThat(error.toString()).contains("no address with a query string, and no body either");
    }

    private int explain(String... arguments) {
        var all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        return execute(
                Map.of("KOOBRIDGE_KEY_V1", KEY.secret(), "KOOBRIDGE_KEY_BASE", "an-invented-base-key"),
                all.toArray(String[]::new));
    }
}
