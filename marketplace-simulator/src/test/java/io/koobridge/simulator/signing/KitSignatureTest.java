package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.KitVectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of tenant-sync §9, against the simulator's own code. */
@Tag("promise:two-readings")
class KitSignatureTest {

    static Stream<Vector> signatures() {
        return KitVectors.of("signatures");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void aSignatureIsTheVectors(Vector vector) {
        assertThat(KitSignature.sign(
                        KitVectors.text("key"),
                        KitVectors.text("timestamp"),
                        KitVectors.text("nonce"),
                        vector.text("canonical")))
                .isEqualTo(vector.text("sign"));
    }

    @Test
    void theBaseInterfacesWaySignsOtherwise() {
        Vector first = signatures().findFirst().orElseThrow();

        assertThat(KitSignature.withInnerHash(
                        KitVectors.text("key"),
                        KitVectors.text("timestamp"),
                        KitVectors.text("nonce"),
                        first.text("canonical")))
                .isEqualToIgnoringCase(KitVectors.text("withInnerDigest"))
                .isNotEqualTo(first.text("sign"));
    }

    static Stream<Vector> tokens() {
        return KitVectors.of("tokens");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTokenIsTheVectorsAndSkipsWhatIsBlank(Vector vector) {
        Map<String, String> parameters = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(vector.text("body"))
                .properties()
                .forEach(member ->
                        parameters.put(member.getKey(), member.getValue().asString("")));

        assertThat(KitSignature.message(parameters)).isEqualTo(vector.text("message"));
        assertThat(KitSignature.token(KitVectors.text("v1Key"), parameters.getOrDefault("timeStamp", ""), parameters))
                .isEqualTo(vector.text("token"));
    }

    @Test
    void theAnswerOfV1IsChecked() {
        Vector answer = new Vector(KitVectors.node("answer"));
        byte[] body = answer.text("body").getBytes(StandardCharsets.UTF_8);

        assertThat(BodySign.check(KitVectors.text("v1Key"), answer.text("header"), body))
                .isEqualTo(BodySign.RIGHT);
    }
}
