package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.cli.explain.Check.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** saas-v2 §7.6, the very file that the verifier is tested with. */
class ExplanationVectorsTest {

    private static final Map<String, Mistake> WRONG = Map.of(
            "A-inner-plain-sha256", Mistake.INNER_PLAIN_SHA256,
            "A-inner-upper-case", Mistake.INNER_UPPER_CASE,
            "A-signed-descending", Mistake.SORTED_DESCENDING);

    private final JsonNode vectors = JsonMapper.shared()
            .readTree(Path.of("..", "common-crypto", "src", "test", "resources", "vectors", "saas-v2.json")
                    .toFile());
    private final List<GivenKey> keys =
            List.of(new GivenKey("base", vectors.path("accessKey").asString(), true));

    @TestFactory
    Stream<DynamicTest> eachSignatureHasItsExplanation() {
        return vectors.path("signatures")
                .valueStream()
                .map(vector -> dynamicTest(text(vector, "id"), () -> {
                    var diagnosis = explain(vector, text(vector, "body"), Long.parseLong(text(vector, "timestamp")));

                    switch (diagnosis.finding()) {
                        case Finding.Verified(var key, var form) -> {
                            assertThat(form.name()).isEqualTo(text(vector, "outcome"));
                            assertThat(key).isEqualTo(keys.getFirst());
                            assertThat(diagnosis.right()).isTrue();
                        }
                        case Finding.Explained(var _key, var mistakes) -> {
                            assertThat(text(vector, "outcome")).isEqualTo("SIGNATURE_MISMATCH");
                            assertThat(mistakes).containsExactly(WRONG.get(text(vector, "id")));
                        }
                        case Finding.Unexplained _, Finding.NotReached _ ->
                            throw new AssertionError(diagnosis.conclusion());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachInnerDigestAndCanonicalRequestIsShown() {
        return vectors.path("signatures")
                .valueStream()
                .filter(vector -> vector.path("inner").isString())
                .map(vector -> dynamicTest(text(vector, "id"), () -> {
                    var values = explain(vector, text(vector, "body"), Long.parseLong(text(vector, "timestamp")))
                            .values();

                    var request =
                            "<key 'base'>" + text(vector, "nonce") + text(vector, "timestamp") + text(vector, "inner");
                    assertThat(values)
                            .extracting("innerDigest", "canonicalRequest")
                            .containsExactly(text(vector, "inner"), request);
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachClockCaseHasItsCheck() {
        var clock = vectors.path("clock");
        var body = text(vectors.path("signatures").path(0), "body");
        return clock.path("cases")
                .valueStream()
                .map(example -> dynamicTest(text(example, "id"), () -> {
                    var diagnosis = explain(clock, body, example.path("now").asLong());

                    var window = diagnosis.checks().stream()
                            .filter(check -> check.name().equals("time window"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(window.result())
                            .isEqualTo(text(example, "outcome").equals("COMPLETE") ? Result.RIGHT : Result.WRONG);
                    assertThat(diagnosis.finding()).isInstanceOf(Finding.Verified.class);
                }));
    }

    private Diagnosis explain(JsonNode vector, String body, long now) {
        var query = Mistaken.value(text(vector, "signature"), text(vector, "nonce"), text(vector, "timestamp"));
        return Explanation.of(Mistaken.call(query, body.getBytes(UTF_8)), keys, Received.at(Instant.ofEpochMilli(now)));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString();
    }
}
