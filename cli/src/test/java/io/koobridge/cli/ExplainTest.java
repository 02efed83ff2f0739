package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.response.BodySign;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is found out, and how it is told. */
class ExplainTest extends ExplainingTest {

    ExplainTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void aKeyOfAnotherInterfaceTypeIsNamed() {
        var capture = file("call.txt", request(KIT, BODY));

        assertThat(explain(capture, "--received-at", "2024-10-27T03:33:20.123Z"))
                .isEqualTo(1);

        assertThat(out.toString()).contains("key 'kit' makes it", "Bind the key of the right interface type");
    }

    @Test
    void theTypeSaysWhichKeyOfTheSuiteIsExpected() {
        var capture = file("call.txt", request(KIT, BODY));

        assertThat(explain(capture, "--received-at", TIME, "--type", "kit")).isZero();
    }

    @Test
    void anOldCaptureIsNotBlamedOnTheClock() {
        assertThat(explain(file("call.txt", request(KEY, BODY)))).isZero();
        assertThat(out.toString())
                .contains("not known: give --received-at", "if it comes within 60 s of its time stamp")
                .doesNotContain("refuses", "clocks");
        assertThat(explain(file("call.txt", request(KIT, BODY)), "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"right\":false").doesNotContain("wrong besides");
    }

    @Test
    void aTimeStampInTheFutureIsWrongWheneverItCame() {
        assertThat(explain(file(
                        "call.txt",
                        request(KEY, BODY)
                                .replace(TIME, Long.toString(Instant.now().toEpochMilli() + 3_600_000)))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("after it was received");
    }

    @Test
    void aTimeThatIsGivenDecides() {
        var late = Long.toString(Long.parseLong(TIME) + 61_000);

        assertThat(explain(file("call.txt", request(KEY, BODY)), "--received-at", late))
                .isEqualTo(1);
        assertThat(out.toString()).contains("yet a gateway refuses the call: time window");
    }

    @Test
    void partsAreExplainedWithKeysInFiles() {
        var key = file("key", KEY.secret() + "\n");
        var other = file("other", KIT.secret());
        var body = file("body.json", BODY);

        assertThat(execute(
                        Map.of(),
                        "explain",
                        "--url",
                        "https://kb.example.com/koogallery/saas?" + query(KIT, BODY),
                        "--body-file",
                        body,
                        "--key-file",
                        "mine=" + key,
                        "--other-key-file",
                        "theirs=" + other,
                        "--received-at",
                        TIME,
                        "--json"))
                .isEqualTo(1);

        var line = JsonMapper.shared().readTree(out.toString());
        assertThat(line.path("right").asBoolean()).isFalse();
        assertThat(line.path("key").asString()).isEqualTo("theirs");
        assertThat(line.path("mistakes").path(0).asString()).isEqualTo("OTHER_KEY");
        assertThat(line.path("checks")).hasSize(7);
        assertThat(line.path("values").path("payloadBytes").asInt()).isEqualTo(BODY.length());
        assertThat(out.toString()).doesNotContain(KEY.secret(), KIT.secret());
    }

    @Test
    void twoMistakesAtOnceAreBothNamed() {
        var body = file("body.json", BODY);
        var kit = KIT.secret() + NONCE + TIME + BODY;
        var signature = HmacSha256.of(KIT.secretBytes(), kit.getBytes(UTF_8)).hex();

        explain(
                "--query",
                "signature=" + signature + "&timestamp=" + TIME + "&nonce=" + NONCE,
                "--body-file",
                body,
                "--received-at",
                TIME,
                "--json");

        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .path("mistakes")
                        .valueStream()
                        .map(m -> m.asString()))
                .containsExactly("OTHER_KEY", "KIT_FORMULA");
    }

    @Test
    void anAnswersBodySignIsExplained() {
        var capture = file("call.txt", request(KEY, BODY));
        var answer = file("answer.json", "{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        var right = BodySign.value(KEY, "{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}".getBytes(UTF_8));

        assertThat(explain(capture, "--received-at", TIME, "--body-sign", right, "--answer-body-file", answer))
                .isZero();
        assertThat(explain(
                        capture,
                        "--received-at",
                        TIME,
                        "--body-sign",
                        right.replace("\"", ""),
                        "--answer-body-file",
                        answer))
                .isEqualTo(1);
        assertThat(out.toString()).contains("the value is right, its form is not");
        assertThat(explain(
                        capture,
                        "--received-at",
                        TIME,
                        "--body-sign",
                        right,
                        "--answer-body-file",
                        file("longer.json", "{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}\n")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("the end of the answer was changed after signing");
    }

    @Test
    void missingRepeatedAndMalformedParametersAreNamed() {
        var body = file("body.json", BODY);

        assertThat(explain("--query", "signature=ab&timestamp=1&timestamp=2", "--body-file", body))
                .isEqualTo(1);
        assertThat(out.toString()).contains("sent more than once: timestamp");
        assertThat(explain("--query", "Signature=ab&timestamp=1730000000", "--body-file", body))
                .isEqualTo(1);
        assertThat(out.toString()).contains("missing: signature, nonce (there is Signature: names are in lower case)");
        assertThat(explain("--query", "signature=xyz&timestamp=17300000001&nonce=n", "--body-file", body))
                .isEqualTo(1);
        assertThat(out.toString()).contains("3 characters, not 64 hexadecimal digits", "11 digits: neither");
    }

    @Test
    void wholeHoursPointAtLocalTime() {
        var capture = file("call.txt", request(KEY, BODY));

        explain(capture, "--received-at", Long.toString(Long.parseLong(TIME) - 8 * 3_600_000));

        assertThat(out.toString()).contains("about 8 whole hours: perhaps local time was taken for UTC");
    }

    @Test
    void endsWithTwoAndSaysWhatIsNotUnderstood() {
        assertThat(explain(file("a", "hello"))).isEqualTo(2);
        assertThat(error.toString()).contains("neither an HTTP request");
        assertThat(explain(home.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(explain(file("b", "curl 'http://x"))).isEqualTo(2);
        assertThat(explain(file("c", request(KEY, BODY)), "--received-at", "noon"))
                .isEqualTo(2);
        assertThat(explain(file("d", request(KEY, BODY)), "--body-sign", "x")).isEqualTo(2);
        assertThat(explain("--url", "http://x?a=b", "--query", "a=b")).isEqualTo(2);
        assertThat(explain(file("e", request(KEY, BODY)), "--type", "other")).isEqualTo(2);
        assertThat(execute(Map.of(), "explain", file("f", request(KEY, BODY)))).isEqualTo(2);
        assertThat(error.toString()).contains("No access key");
    }
}
