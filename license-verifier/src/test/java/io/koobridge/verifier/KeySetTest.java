package io.koobridge.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final String OURS = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}";
    private static final String OTHER_X = "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw";
    private static final Here HERE =
            Here.of(Licences.PRODUCT, Instant.parse("2026-06-01T00:00:00Z")).on(Licences.FINGERPRINT);

    @Test
    void severalKeysLiveAtOnce() {
        var verifier = new LicenseVerifier(set(OURS.formatted("k0", OTHER_X), OURS.formatted("k1", Licences.X)));

        assertThat(verifier.keyIds()).containsExactlyInAnyOrder("k0", "k1");
        assertThat(verifier.verify(Licences.licence(), HERE)).isInstanceOf(Result.Valid.class);
        assertThat(verifier.verify(
                        Licences.signed(Licences.HEADER.replace("k1", "k0"), Licences.CLAIMS, Licences.OTHER_KEY),
                        HERE))
                .isInstanceOf(Result.Valid.class);
    }

    @Test
    void keysOfOtherKindsAreForOthers() {
        var verifier = new LicenseVerifier(set(
                "{\"kty\":\"RSA\",\"kid\":\"r\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"x\",\"x\":\"AA\"}",
                "7",
                OURS.formatted("k1", Licences.X)));

        assertThat(verifier.keyIds()).containsExactly("k1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"keys\":{}}",
                "{\"keys\":[]} x",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\",\"x\":\"AAAA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\",\"x\":\"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"}]}"
            })
    void whatIsNoSetOfKeysHoldsNone(String text) {
        assertThat(new LicenseVerifier(text).keyIds()).isEmpty();
    }

    @Test
    void twoKeysOfOneNameAreNoSet() {
        assertThat(new LicenseVerifier(set(OURS.formatted("k1", Licences.X), OURS.formatted("k1", OTHER_X))).keyIds())
                .isEmpty();
    }

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }
}
