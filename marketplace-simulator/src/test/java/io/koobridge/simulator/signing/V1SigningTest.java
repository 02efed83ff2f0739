package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.V1Vectors.Vector;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of saas-v1 that concerns signing and encryption, against the simulator's own code. */
@Tag("promise:two-readings")
class V1SigningTest {

    static Stream<Vector> tokens() {
        return V1Vectors.of("authToken_get");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTokenIsTheVectors(Vector vector) {
        Map<String, String> params = vector.params();

        assertThat(TokenSignature.canonical(params)).isEqualTo(vector.text("canonical"));
        assertThat(TokenSignature.of(vector.text("key"), params.get("timeStamp"), params))
                .isEqualTo(vector.text("authToken"));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aQueryIsWrittenAsTheVectors(Vector vector) {
        Map<String, String> params = new LinkedHashMap<>(vector.params());
        params.put("authToken", vector.text("authToken"));

        assertThat(FormEncoding.query(params)).isEqualTo(vector.text("query_form_encoded"));
    }

    static Stream<Vector> wrongTokens() {
        return V1Vectors.of("authToken_negative");
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void aWrongTokenIsNotOurs(Vector vector) {
        Map<String, String> params = vector.params();

        assertThat(TokenSignature.of(V1Vectors.KEY, params.getOrDefault("timeStamp", ""), params))
                .isNotEqualTo(vector.text("authToken"));
    }

    @Test
    void aTokenOverTheEncodedExtensionIsTheVectors() {
        Vector vector = V1Vectors.of("authToken_get_tolerant")
                .filter(one -> one.toString().equals("saasExtendParams-signed-encoded"))
                .findFirst()
                .orElseThrow();
        Map<String, String> params = new LinkedHashMap<>();
        for (String part : vector.text("query").split("&")) {
            String[] pair = part.split("=", 2);
            params.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        params.remove("authToken");

        assertThat(TokenSignature.canonical(params)).isEqualTo(vector.text("canonical"));
        assertThat(TokenSignature.of(V1Vectors.KEY, String.valueOf(params.get("timeStamp")), params))
                .isEqualTo(vector.text("authToken"));
    }

    static Stream<Vector> derivations() {
        return V1Vectors.of("sha1prng");
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void aKeyIsDerivedAsTheVectors(Vector vector) {
        assertThat(HexFormat.of().formatHex(FieldCipher.derived(vector.text("key"), 16)))
                .isEqualTo(vector.text("aes128_key_hex"));
        assertThat(HexFormat.of().formatHex(FieldCipher.derived(vector.text("key"), 32)))
                .isEqualTo(vector.text("aes256_key_hex"));
    }

    static Stream<Vector> fields() {
        return V1Vectors.of("aes");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsHiddenAndOpenedAsTheVectors(Vector vector) {
        FieldCipher cipher =
                new FieldCipher(vector.text("key"), vector.node().get("bits").intValue());

        assertThat(cipher.encrypted(vector.text("iv"), vector.text("plaintext")))
                .isEqualTo(vector.text("value"));
        assertThat(cipher.decrypted(vector.text("value"))).contains(vector.text("plaintext"));
    }

    static Stream<Vector> wrongDerivations() {
        return V1Vectors.of("aes_negative");
    }

    @ParameterizedTest
    @MethodSource("wrongDerivations")
    void aFieldHiddenByAnotherDerivationIsNotOpened(Vector vector) {
        assertThat(new FieldCipher(V1Vectors.KEY, 256).decrypted(vector.text("value")))
                .isNotEqualTo(Optional.of("qinghe-admin"));
    }

    static Stream<Vector> badFields() {
        return V1Vectors.of("aes_bad_input");
    }

    /** Also the one that a tolerant reader repairs: whoever answers must not damage a plus. */
    @ParameterizedTest
    @MethodSource("badFields")
    void aDamagedFieldIsNotOpened(Vector vector) {
        FieldCipher cipher =
                new FieldCipher(vector.text("key"), vector.node().get("bits").intValue());

        assertThat(cipher.decrypted(vector.text("value"))).isEmpty();
    }

    static Stream<Vector> answers() {
        return V1Vectors.of("body_sign");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theHeaderOfAnAnswerIsRight(Vector vector) {
        byte[] body = vector.text("body").getBytes(StandardCharsets.UTF_8);
        String header = vector.text("header").substring("Body-Sign: ".length());

        assertThat(BodySign.check(vector.text("key"), header, body)).isEqualTo(BodySign.RIGHT);
        assertThat(BodySign.check("another-" + vector.text("key"), header, body))
                .isEqualTo(BodySign.WRONG);
    }
}
