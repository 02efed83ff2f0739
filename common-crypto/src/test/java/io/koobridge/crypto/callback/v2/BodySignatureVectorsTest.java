package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.Vectors;
import io.koobridge.crypto.Vectors.SaasV2;
import io.koobridge.crypto.Vectors.Signature;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.HmacSha256;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** saas-v2 §7.6. */
class BodySignatureVectorsTest {

    private final SaasV2 vectors = SaasV2.read();
    private final AccessKey key = new AccessKey("base", vectors.accessKey(), null);

    BodySignatureVectorsTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> eachSignatureHasItsOutcome() {
        return vectors.signatures().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    assertThat(body(vector)).hasSize(vector.bytes());
                    assertThat(outcome(vector)).isEqualTo(vector.outcome());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachBodyHasItsCanonicalForm() {
        return vectors.signatures().stream()
                .filter(vector -> vector.canonical() != null)
                .map(vector -> dynamicTest(vector.id(), () -> assertThat(CanonicalBody.of(body(vector)))
                        .hasValueSatisfying(canonical ->
                                assertThat(new String(canonical, UTF_8)).isEqualTo(vector.canonical()))));
    }

    @TestFactory
    Stream<DynamicTest> eachSignatureIsMadeOverItsPayload() {
        return vectors.signatures().stream()
                .filter(vector -> vector.inner() != null)
                .map(vector -> dynamicTest(vector.id(), () -> {
                    byte[] payload = "SORTED".equals(vector.outcome())
                            ? CanonicalBody.of(body(vector)).orElseThrow()
                            : body(vector);

                    assertThat(HmacSha256.of(key.secretBytes(), payload).hex()).isEqualTo(vector.inner());
                    assertThat(BodySignature.sign(key, vector.nonce(), vector.timestamp(), payload))
                            .isEqualTo(vector.signature().toLowerCase(Locale.ROOT));
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachClockCaseHasItsOutcome() {
        Vectors.Clock clock = vectors.clock();
        return clock.cases().stream()
                .map(example -> dynamicTest(example.id(), () -> {
                    ParameterCheck check = SignatureParameters.check(
                            query(clock.signature(), clock.timestamp(), clock.nonce()),
                            Instant.ofEpochMilli(example.now()));

                    assertThat(name(check)).isEqualTo(example.outcome());
                }));
    }

    private String outcome(Signature vector) {
        Instant now = Instant.ofEpochMilli(Long.parseLong(vector.timestamp()));
        ParameterCheck check =
                SignatureParameters.check(query(vector.signature(), vector.timestamp(), vector.nonce()), now);
        return switch (check) {
            case ParameterCheck.Rejected(var rejection) -> rejection.name();
            case ParameterCheck.Complete(var parameters) ->
                switch (BodySignature.verify(parameters, body(vector), KeyRing.of(key), now)) {
                    case Verification.Verified(var verifiedBy, var form) -> {
                        assertThat(verifiedBy).isEqualTo(key);
                        yield form.name();
                    }
                    case Verification.Rejected(var rejection) -> rejection.name();
                };
        };
    }

    private static String name(ParameterCheck check) {
        return switch (check) {
            case ParameterCheck.Complete ignored -> "COMPLETE";
            case ParameterCheck.Rejected(var rejection) -> rejection.name();
        };
    }

    private static byte[] body(Signature vector) {
        return vector.body().getBytes(UTF_8);
    }

    private static Map<String, List<String>> query(String signature, String timestamp, String nonce) {
        return Map.of("signature", List.of(signature), "timestamp", List.of(timestamp), "nonce", List.of(nonce));
    }
}
