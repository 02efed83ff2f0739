package io.koobridge.crypto;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code saas-v1.json} (saas-v1 §7.8). */
public record SaasV1Vectors(
        Meta meta,
        List<Derivation> sha1prng,
        List<Field> aes,
        @JsonProperty("aes_negative") List<WrongField> aesNegative,
        @JsonProperty("aes_bad_input") List<BadField> aesBadInput,
        @JsonProperty("authToken_get") List<Query> authTokenGet,
        @JsonProperty("authToken_get_tolerant") List<TolerantQuery> authTokenGetTolerant,
        @JsonProperty("authToken_negative") List<WrongQuery> authTokenNegative,
        @JsonProperty("authToken_post") List<Body> authTokenPost,
        @JsonProperty("body_sign") List<Answer> bodySign) {

    public static SaasV1Vectors read() throws IOException {
        return Vectors.read("saas-v1.json", SaasV1Vectors.class);
    }

    public record Meta(Map<String, String> keys) {

        public String key() {
            return keys.getOrDefault("KEY", "");
        }
    }

    public record Derivation(
            String key,
            @JsonProperty("seed_hex") String seed,
            String block1,
            String block2,
            @JsonProperty("aes128_key_hex") String aes128,
            @JsonProperty("aes256_key_hex") String aes256,
            @JsonProperty("first64_hex") String first64) {}

    public record Field(
            String id,
            String encryptType,
            String key,
            String iv,
            String plaintext,
            String value,
            @JsonProperty("value_length") int length) {}

    public record WrongField(
            String id, @JsonProperty("must_not_equal") String right, String value) {}

    public record BadField(String id, String key, int bits, String value, String expect) {}

    public record Query(
            String id,
            String key,
            Map<String, String> params,
            String canonical,
            String authToken,
            @JsonProperty("query_form_encoded") String formEncoded,
            @JsonProperty("query_percent_encoded") String percentEncoded) {}

    public record TolerantQuery(
            String id,
            @Nullable String of,
            String query,
            @Nullable String authToken) {}

    public record WrongQuery(String id, Map<String, String> params, String authToken) {}

    public record Body(
            String id,
            String key,
            String body,
            String canonical,
            @JsonProperty("authToken_header") String token) {}

    public record Answer(
            String id,
            String key,
            String body,
            @JsonProperty("body_bytes") int bytes,
            String header) {}
}
