package io.koobridge.cli.explain;

import static io.koobridge.cli.explain.Signer.bytes;
import static io.koobridge.cli.explain.Signer.hex;
import static io.koobridge.cli.explain.Signer.hmac;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.koobridge.crypto.callback.v2.CanonicalForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the joint-operations kit in V2, signed with the JDK alone. */
class KitExplanationTest {

    private static final String SECRET = "an-invented-key-of-the-kit";
    private static final String NONCE = "n0nce+%2B";
    private static final String TIME = "1767225600123";
    private static final GivenKey KEY = new GivenKey("kit", SECRET, true);
    private static final List<GivenKey> KEYS = List.of(KEY, new GivenKey("base", "an-invented-key-of-the-base", false));
    private static final String BODY = "{ \"b\": {\"y\": 1, \"x\": \"李/\"}, \"n\": null, \"a\": 1 }";
    private static final String SORTED = "{\"a\":1,\"b\":{\"y\":1,\"x\":\"李/\"}}";

    @Tag("promise:explanations-are-right")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                SORTED + " | SORTED | the body's members sorted, without nulls",
                BODY + " | RAW | the body as received",
                "{\"a\":1,\"b\":{\"x\":\"李/\",\"y\":1}} | SORTED_THROUGHOUT | sorted at every depth",
                "{\"a\":1,\"b\":{\"y\":1,\"x\":\"李/\"},\"n\":null} | SORTED_WITH_NULLS | sorted, with nulls"
            })
    void whicheverOfTheFourFormsWasSignedIsNamed(String payload, CanonicalForm form, String words) {
        var diagnosis = explain(sign(payload), BODY);

        assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
        assertThat(diagnosis.finding()).isEqualTo(new Finding.Verified(KEY, form));
        assertThat(diagnosis.checks()).extracting(Check::sentence).anyMatch(sentence -> sentence.contains(words));
        assertThat(diagnosis.values()).isInstanceOfSatisfying(KitValues.class, values -> {
            assertThat(values.payloadBytes()).isEqualTo(payload.getBytes(UTF_8).length);
            assertThat(values.canonicalRequest()).isEqualTo("<key 'kit'>" + NONCE + TIME + "<payload>");
        });
    }

    static Stream<Arguments> mistakes() {
        var key = bytes(SECRET);
        var payload = bytes(BODY);
        return Stream.of(
                arguments(Mistake.OTHER_KEY, sign("an-invented-key-of-the-base", BODY), BODY),
                arguments(Mistake.KEY_WITH_BLANKS, sign(SECRET + "\n", BODY), BODY),
                arguments(Mistake.BASE_FORMULA, Signer.sign(SECRET, NONCE, TIME, payload), BODY),
                arguments(
                        Mistake.OUTER_PLAIN_SHA256, hex(Signer.sha256(key, bytes(NONCE), bytes(TIME), payload)), BODY),
                arguments(Mistake.KEY_NOT_JOINED, hex(hmac(key, bytes(NONCE), bytes(TIME), payload)), BODY),
                arguments(Mistake.ORDER_SWAPPED, hex(hmac(key, key, bytes(TIME), bytes(NONCE), payload)), BODY),
                arguments(Mistake.EMPTY_BODY, sign(""), BODY),
                arguments(Mistake.SORTED_DESCENDING, sign("{\"b\":{\"y\":1,\"x\":\"李/\"},\"a\":1}"), BODY),
                arguments(Mistake.ESCAPED_SLASH, sign(SORTED.replace("/", "\\/")), BODY),
                arguments(
                        Mistake.SIGNATURE_BASE64,
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sign(BODY))),
                        BODY));
    }

    @Tag("promise:explanations-are-right")
    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsExplainedAsExactlyThatMistake(Mistake mistake, String sign, String body) {
        var diagnosis = explain(sign, body);

        assertThat(diagnosis.finding())
                .isInstanceOfSatisfying(Finding.Explained.class, explained -> assertThat(explained.mistakes())
                        .containsExactly(mistake));
        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.advice()).contains(mistake.advice());
        assertThat(diagnosis.toString()).doesNotContain(SECRET, "an-invented-key-of-the-base");
    }

    @Tag("promise:explanations-are-right")
    @TestFactory
    Stream<DynamicTest> everyVectorIsRight() throws IOException {
        var vectors = JsonMapper.shared()
                .readTree(Files.readString(
                        Path.of("../common-crypto/src/test/resources/vectors/tenant-sync.json"), UTF_8));
        var key = new GivenKey("kit", vectors.path("key").asString(), true);
        var secret = vectors.path("secrets").path("encrypted").path("SHA_256").asString();
        return vectors.path("signatures")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asString(), () -> {
                    var body = vector.path("body").asString().replace("CT-A", secret);
                    var call = call(
                            Map.of(
                                    "x-sign", List.of(vector.path("sign").asString()),
                                    "x-timestamp",
                                            List.of(vectors.path("timestamp").asString()),
                                    "x-nonce", List.of(vectors.path("nonce").asString())),
                            body);

                    var diagnosis = Explanation.ofKit(call, List.of(key), at());

                    assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "x-sign,      'missing: x-sign'",
        "x-timestamp, 'missing: x-timestamp'",
        "x-nonce,     'missing: x-nonce'",
    })
    void aHeaderThatIsMissingOrRepeatsIsNamed(String name, String sentence) {
        var headers = new HashMap<>(headers(sign(BODY)));
        headers.put(name, List.of("a", "b"));
        assertThat(Explanation.ofKit(call(headers, BODY), KEYS, at()).checks())
                .extracting(Check::sentence)
                .contains("sent more than once: " + name);

        headers.remove(name);
        var diagnosis = Explanation.ofKit(call(headers, BODY), KEYS, at());

        assertThat(diagnosis.checks()).contains(Check.wrong("headers", sentence));
        assertThat(diagnosis.advice()).contains("Send x-sign, x-timestamp and x-nonce as headers, each once.");
    }

    /** Names may repeat there, and a byte order mark may stand in front. */
    @Test
    void whatAGatewayTakesIsRightHere() {
        assertThat(explain(sign("{\"a\":2}"), "\ufeff{\"a\":1,\"a\":2}").right())
                .isTrue();
        assertThat(explain(sign("[]"), "[]").checks())
                .contains(Check.wrong("body", "2 bytes that are not one JSON object"));
    }

    @Test
    void aBodyMayBeAsLongAsAGatewayReads() {
        var long8 = "{\"x\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(explain(sign(long8), long8).right()).isTrue();
    }

    /** Nobody waits for everything that could be wrong with the longest. */
    @Test
    void ofTheLongestBodyOneMistakeIsFoundAndNotTwo() {
        var long8 = "{\"x\":\"" + "x".repeat(2_000_000) + "\"}";

        assertThat(explain(sign(SECRET + "\n", long8), long8).finding())
                .isEqualTo(new Finding.Explained(KEY, List.of(Mistake.KEY_WITH_BLANKS)));
        assertThat(explain(sign("nobodys-key", long8), long8).finding()).isEqualTo(new Finding.Unexplained());
    }

    @Test
    void theWindowIsThatOfEveryCall() {
        var late = Explanation.ofKit(
                call(headers(sign(BODY)), BODY),
                KEYS,
                Received.at(Instant.ofEpochMilli(Long.parseLong(TIME) + 61_000)));

        assertThat(late.right()).isFalse();
        assertThat(late.conclusion()).contains("yet a gateway refuses the call: time window");
    }

    @Property(tries = 300)
    void anyHeadersAndAnyBytesHaveAnExplanation(@ForAll String sign, @ForAll String nonce, @ForAll byte[] body) {
        var headers = Map.of("x-sign", List.of(sign), "x-timestamp", List.of(TIME), "x-nonce", List.of(nonce));

        var diagnosis = Explanation.ofKit(new Call(Call.POST, "", "", null, headers, body), KEYS, at());

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).hasSize(7);
    }

    private static Diagnosis explain(String sign, String body) {
        return Explanation.ofKit(call(headers(sign), body), KEYS, at());
    }

    private static Received at() {
        return Received.at(Instant.ofEpochMilli(Long.parseLong(TIME)));
    }

    private static Map<String, List<String>> headers(String sign) {
        return Map.of("x-sign", List.of(sign), "x-timestamp", List.of(TIME), "x-nonce", List.of(NONCE));
    }

    private static Call call(Map<String, List<String>> headers, String body) {
        return new Call(
                Call.POST, "/koogallery/saas/produceAPI/v2/tenantSync", "", null, headers, body.getBytes(UTF_8));
    }

    private static String sign(String payload) {
        return sign(SECRET, payload);
    }

    private static String sign(String secret, String payload) {
        return hex(hmac(bytes(secret), bytes(secret), bytes(NONCE), bytes(TIME), bytes(payload)));
    }
}
