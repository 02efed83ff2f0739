package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.SaasV1Vectors;
import io.koobridge.crypto.SaasV1Vectors.Query;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** saas-v1 §7.1, §7.2. */
class AuthTokenVectorsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final String SIGNED_ENCODED = "saasExtendParams-signed-encoded";

    private final SaasV1Vectors vectors = SaasV1Vectors.read();
    private final KeyRing keys = KeyRing.of(key(vectors.meta().key()));

    AuthTokenVectorsTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> eachQueryVerifiesInBothEncodings() {
        return vectors.authTokenGet().stream().flatMap(vector -> Stream.of(
                        vector.formEncoded(), vector.percentEncoded())
                .map(query -> dynamicTest(vector.id(), () -> {
                    AccessKey key = key(vector.key());

                    TokenCheck check = AuthToken.verify(query, KeyRing.of(key), NOW);

                    assertThat(check).isEqualTo(new Verified(key, vector.authToken(), vector.params()));
                    assertThat(List.copyOf(((Verified) check).parameters().keySet()))
                            .isEqualTo(List.copyOf(vector.params().keySet()));
                })));
    }

    @TestFactory
    Stream<DynamicTest> eachQueryHasItsStringAndToken() {
        return vectors.authTokenGet().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    assertThat(new SignedParameters(vector.params()).text()).isEqualTo(vector.canonical());
                    assertThat(AuthToken.sign(key(vector.key()), vector.params()))
                            .isEqualTo(vector.authToken());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachDamagedQueryVerifiesAsWhatWasSigned() {
        return vectors.authTokenGetTolerant().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    TokenCheck check = AuthToken.verify(vector.query(), keys, NOW);

                    assertThat(check)
                            .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                                    .isEqualTo(signedIn(vector.id())));
                }));
    }

    /** All three were made of one call; one of them was signed after a single decoding of a value encoded twice. */
    private Map<String, String> signedIn(String id) {
        Query original = vectors.authTokenGet().stream()
                .filter(each -> each.id().equals("newInstance-period"))
                .findFirst()
                .orElseThrow();
        var signed = new HashMap<>(original.params());
        if (id.equals(SIGNED_ENCODED)) {
            signed.compute("saasExtendParams", (name, value) -> Queries.encoded(String.valueOf(value)));
        }
        return signed;
    }

    @TestFactory
    Stream<DynamicTest> eachWrongQueryIsNotAuthentic() {
        var expected = Map.of(
                "empty-token", Rejection.AUTH_TOKEN_MISSING,
                "not-base64", Rejection.AUTH_TOKEN_MALFORMED,
                "hex-instead-of-base64", Rejection.AUTH_TOKEN_MALFORMED);
        return vectors.authTokenNegative().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    var rejection = expected.getOrDefault(vector.id(), Rejection.AUTH_TOKEN_MISMATCH);

                    assertThat(AuthToken.verify(Queries.of(vector.params(), vector.authToken()), keys, NOW))
                            .isEqualTo(new Rejected(rejection));
                    assertThat(rejection.fault()).isEqualTo(Rejection.Fault.AUTHENTICATION);
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachBodyVerifiesAndHasItsString() {
        return vectors.authTokenPost().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    AccessKey key = key(vector.key());

                    TokenCheck check =
                            AuthToken.verifyBody(vector.token(), vector.body().getBytes(UTF_8), KeyRing.of(key), NOW);

                    assertThat(check).isInstanceOfSatisfying(Verified.class, verified -> {
                        assertThat(verified.token()).isEqualTo(vector.token());
                        assertThat(new SignedParameters(verified.parameters()).text())
                                .isEqualTo(vector.canonical());
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachBodyVerifiesWithTheTokenInside() {
        return vectors.authTokenPost().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    String body = "{\"authToken\":\"" + vector.token() + "\","
                            + vector.body().substring(1);

                    assertThat(AuthToken.verifyBody(null, body.getBytes(UTF_8), keys, NOW))
                            .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                                    .doesNotContainKey("authToken")
                                    .isEqualTo(withoutBlank(vector.body())));
                }));
    }

    private static Map<String, String> withoutBlank(String body) {
        var members = new LinkedHashMap<String, String>();
        BodyMembers.of(body.getBytes(UTF_8)).orElseThrow().stream()
                .filter(each -> !each.value().isBlank())
                .forEach(each -> members.put(each.name(), each.value()));
        return members;
    }

    private static AccessKey key(String secret) {
        return new AccessKey("v1", secret, null);
    }
}
