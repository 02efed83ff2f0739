package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} of a V1 call as a user types it. */
class ExplainV1Test extends TypedTest {

    private static final AccessKey KEY = new AccessKey("v1", "an-invented-key-of-v1", null);
    private static final AccessKey BASE = new AccessKey("base", "an-invented-base-key", null);

    ExplainV1Test(@TempDir Path home) {
        super(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /koogallery/saas?%s HTTP/1.1\r\nHost: kb.example.com\r\n\r\n",
                "GET /koogallery/saas?%s",
                "curl -s 'https://kb.example.com/koogallery/saas?%s'",
                "192.0.2.7 - - [31/Mar/2026:01:15:07 +0000] \"GET /koogallery/saas?%s HTTP/1.1\" 200 45 \"-\" \"Apache-HttpClient/4.5.3\"\n"
            })
    void aCaptureWithATokenIsExplainedAsV1(String capture) {
        assertThat(explain(file("call.txt", capture.formatted(query(KEY)))))
                .as(out + " " + error)
                .isZero();

        assertThat(out.toString())
                .contains(
                        "key 'v1' verifies the parameters as the documentation decodes them",
                        "The call is right",
                        "<key 'v1'>20260331011507482",
                        "activity=expireInstance&instanceId=kb1&timeStamp=20260331011507482")
                .doesNotContain(KEY.secret(), BASE.secret());
    }

    @Test
    void anAddressIsExplained() {
        assertThat(explain("--url", "https://kb.example.com/koogallery/saas?" + query(KEY)))
                .isZero();
    }

    @Test
    void theBaseKeyIsExpectedWhereThereIsNoneOfV1() {
        assertThat(explain(Map.of("KOOBRIDGE_KEY_BASE", BASE.secret()), "--query", query(BASE)))
                .isZero();
    }

    @Test
    void aKeyOfAnotherInterfaceTypeIsNamed() {
        assertThat(explain("--query", query(BASE), "--json")).isEqualTo(1);

        var report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("key").asString()).isEqualTo("base");
        assertThat(report.path("mistakes").path(0).asString()).isEqualTo("OTHER_KEY");
        assertThat(report.path("values").path("stringToSign").asString()).contains("instanceId=kb1");
    }

    @Test
    void aReadingIsToldToScripts() {
        assertThat(explain("--query", query(KEY), "--json")).isZero();

        assertThat(JsonMapper.shared().readTree(out.toString()).path("form").asString())
                .isEqualTo("FORM");
    }

    @Test
    void aCallThatLostItsTokenIsOfV1WhenSomebodySaysSo() {
        assertThat(explain("--query", "activity=expireInstance", "--edition", "v1"))
                .isEqualTo(1);

        assertThat(out.toString()).contains("authToken is missing", "timeStamp").doesNotContain("nonce");
    }

    @Test
    void theAnswerIsExplainedToo() {
        var body = "{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}";
        var answer = file("answer.json", body);

        assertThat(explain(
                        "--query",
                        query(KEY),
                        "--body-sign",
                        BodySign.value(KEY, body.getBytes(UTF_8)),
                        "--answer-body-file",
                        answer))
                .isZero();
        assertThat(explain(
                        "--query",
                        query(KEY),
                        "--body-sign",
                        BodySign.value(BASE, body.getBytes(UTF_8)),
                        "--answer-body-file",
                        answer))
                .isEqualTo(1);
        assertThat(out.toString()).contains("key 'v1' signs the answer", "key 'base' signs the answer, which belongs");
    }

    @Test
    void aLineOfALogWithoutTheWholeCallIsRefused() {
        assertThat(explain(file("log.txt", "192.0.2.7 - - \"POST /koogallery/saas?signature=AB HTTP/1.1\" 200 45")))
                .isEqualTo(2);

        assertThat(error.toString()).contains("nor a line of an access log with a GET");
    }

    private static String query(AccessKey key) {
        var parameters = Map.of("activity", "expireInstance", "instanceId", "kb1", "timeStamp", "20260331011507482");
        return "activity=expireInstance&instanceId=kb1&timeStamp=20260331011507482&authToken="
                + URLEncoder.encode(AuthToken.sign(key, parameters), UTF_8);
    }

    private int explain(String... arguments) {
        return explain(Map.of("KOOBRIDGE_KEY_BASE", BASE.secret(), "KOOBRIDGE_KEY_V1", KEY.secret()), arguments);
    }

    private int explain(Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        return execute(environment, all.toArray(String[]::new));
    }
}
