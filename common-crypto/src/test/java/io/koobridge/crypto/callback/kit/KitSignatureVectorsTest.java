package io.koobridge.crypto.callback.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.TenantSyncVectors;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** tenant-sync §9.1. */
class KitSignatureVectorsTest {

    private final TenantSyncVectors vectors = TenantSyncVectors.read();
    private final AccessKey key = new AccessKey("kit", vectors.key(), null);
    private final Instant now = Instant.ofEpochMilli(Long.parseLong(vectors.timestamp()));

    KitSignatureVectorsTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> eachBodyHasItsCanonicalFormAndSignature() {
        return vectors.signatures().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    byte[] canonical = vectors.whole(vector.canonical()).getBytes(UTF_8);

                    assertThat(KitBody.sorted(body(vector)))
                            .hasValueSatisfying(sorted -> assertThat(sorted).isEqualTo(canonical));
                    assertThat(KitSignature.sign(key, vectors.nonce(), vectors.timestamp(), canonical))
                            .isEqualTo(vector.sign());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachSignatureVerifies() {
        return vectors.signatures().stream()
                .map(vector -> dynamicTest(vector.id(), () -> assertThat(verified(vector.sign(), body(vector)))
                        .isEqualTo(new Verification.Verified(key, CanonicalForm.SORTED))));
    }

    /** The base interfaces sign a digest of the payload, which here is nobody's signature. */
    @Tag("promise:only-the-signed")
    @Test
    void theSignatureOfTheBaseInterfacesIsNone() {
        var first = vectors.signatures().getFirst();

        assertThat(verified(vectors.withInnerDigest(), body(first)))
                .isEqualTo(new Verification.Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    private byte[] body(TenantSyncVectors.Signature vector) {
        return vectors.whole(vector.body()).getBytes(UTF_8);
    }

    private Verification verified(String sign, byte[] body) {
        return KitSignature.verify(parameters(sign), body, KeyRing.of(key), now);
    }

    private SignedParameters parameters(String sign) {
        Map<String, List<String>> headers = Map.of(
                KitSignature.SIGN, List.of(sign),
                KitSignature.TIMESTAMP, List.of(vectors.timestamp()),
                KitSignature.NONCE, List.of(vectors.nonce()));
        var check = KitSignature.check(name -> headers.getOrDefault(name, List.of()), now);
        return ((ParameterCheck.Complete) check).parameters();
    }
}
