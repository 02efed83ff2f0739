package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.BodyReading;
import io.koobridge.crypto.callback.v1.QueryReading;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** saas-v1 §7.1, the very file that the verifier is tested with. */
class TokenExplanationVectorsTest {

    /** The rest changed or took away what nobody can know. */
    private static final Map<String, Blame> WRONG = Map.of(
            "added-parameter", new ParameterMistake(Kind.PARAMETER_ADDED, "extra"),
            "wrong-key", TokenMistake.OTHER_KEY,
            "key-without-timestamp", TokenMistake.KEY_WITHOUT_TIME_STAMP,
            "hex-instead-of-base64", TokenMistake.HEX,
            "signed-over-encoded-values", TokenMistake.SIGNED_ENCODED);

    private static final List<String> NOTHING_TO_VERIFY = List.of("empty-token", "not-base64");

    private final JsonNode vectors = JsonMapper.shared()
            .readTree(Path.of("..", "common-crypto", "src", "test", "resources", "vectors", "saas-v1.json")
                    .toFile());
    private final List<GivenKey> keys = List.of(
            new GivenKey("v1", vectors.at("/meta/keys/KEY").asString(), true),
            new GivenKey("other", vectors.at("/meta/keys/KEY2").asString(), false));

    @TestFactory
    Stream<DynamicTest> eachQueryIsRight() {
        return vectors.path("authToken_get")
                .valueStream()
                .map(vector -> dynamicTest(vector.path("id").asString(), () -> assertThat(
                                explain(vector.path("query_form_encoded").asString())
                                        .finding())
                        .isEqualTo(new Finding.Verified(keys.getFirst(), QueryReading.FORM))));
    }

    @TestFactory
    Stream<DynamicTest> eachDamagedQueryIsRightInItsReading() {
        var readings = Map.of(
                "raw-plus", QueryReading.PLUS_RESTORED,
                "saasExtendParams-double-encoded", QueryReading.DECODED_AGAIN,
                "saasExtendParams-signed-encoded", QueryReading.FORM);
        return vectors.path("authToken_get_tolerant")
                .valueStream()
                .map(vector -> dynamicTest(vector.path("id").asString(), () -> assertThat(
                                explain(vector.path("query").asString()).finding())
                        .isEqualTo(new Finding.Verified(
                                keys.getFirst(),
                                readings.getOrDefault(vector.path("id").asString(), QueryReading.PERCENT)))));
    }

    @TestFactory
    Stream<DynamicTest> eachWrongQueryHasItsExplanation() {
        return vectors.path("authToken_negative").valueStream().map(vector -> {
            var id = vector.path("id").asString();
            return dynamicTest(id, () -> {
                var mistake = WRONG.get(id);
                switch (explain(query(vector)).finding()) {
                    case Finding.Explained(var _key, var mistakes) ->
                        assertThat(mistakes).containsExactly(mistake);
                    case Finding.Unexplained _ -> assertThat(mistake).isNull();
                    case Finding.NotReached _ -> assertThat(NOTHING_TO_VERIFY).contains(id);
                    case Finding.Verified _ -> throw new AssertionError(id);
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> eachPostIsRight() {
        return vectors.path("authToken_post").valueStream().map(vector -> {
            var body = vector.path("body").asString().getBytes(UTF_8);
            var header = vector.path("authToken_header").asString();
            return dynamicTest(vector.path("id").asString(), () -> {
                var diagnosis = TokenExplanation.of(new TokenBody(header, body, false), keys);

                assertThat(diagnosis.finding()).isEqualTo(new Finding.Verified(keys.getFirst(), BodyReading.PLAIN));
                assertThat(diagnosis.values())
                        .isInstanceOfSatisfying(TokenValues.class, values -> assertThat(values.stringToSign())
                                .isEqualTo(vector.path("canonical").asString()));
            });
        });
    }

    private static String query(JsonNode vector) {
        return vector.path("params").properties().stream()
                        .map(each ->
                                each.getKey() + '=' + encoded(each.getValue().asString()))
                        .collect(Collectors.joining("&"))
                + "&authToken=" + encoded(vector.path("authToken").asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private Diagnosis explain(String query) {
        return TokenExplanation.of(new TokenQuery(query), keys);
    }
}
