package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formula of saas-v2 §7.3 joins nonce and time stamp without a separator. */
class BoundaryReplayTest {

    private static final AccessKey KEY = new AccessKey("base", "a-secret-made-up", null);
    private static final byte[] BODY = "{\"status\":\"FREEZE\"}".getBytes(UTF_8);
    private static final String CAPTURED = BodySignature.sign(KEY, "Nonce", "1771777622400", BODY);
    private static final Instant WEEKS_LATER = Instant.ofEpochSecond(1_777_622_400);

    @Test
    void anOldCallCutElsewhereStillHasARightSignature() {
        var cutElsewhere =
                new SignedParameters(MacTag.ofHex(CAPTURED).orElseThrow(), "1777622400", "Nonce177", WEEKS_LATER);

        assertThat(BodySignature.verify(cutElsewhere, BODY, KeyRing.of(KEY), WEEKS_LATER))
                .isEqualTo(new Verification.Verified(KEY, CanonicalForm.RAW));
    }

    @Tag("promise:replays-fail")
    @Test
    void butItsParametersAreRefused() {
        assertThat(check("Nonce177", "1777622400")).isEqualTo(new ParameterCheck.Rejected(Rejection.REPLAY_SUSPECTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "177",
                "N",
                "Nonce",
                "Nonce17",
                "Nonce17x",
                "Nonce163",
                "Nonce178",
                "Nonce999",
                "Nonce000",
                "Nonce١٧٧"
            })
    void otherNoncesGoWithSeconds(String nonce) {
        assertThat(check(nonce, "1777622400")).isInstanceOf(ParameterCheck.Complete.class);
    }

    @Test
    void everyNonceGoesWithMilliseconds() {
        assertThat(check("Nonce177", "1777622400000")).isInstanceOf(ParameterCheck.Complete.class);
    }

    private static ParameterCheck check(String nonce, String timestamp) {
        return SignatureParameters.check(
                Map.of("signature", List.of(CAPTURED), "timestamp", List.of(timestamp), "nonce", List.of(nonce)),
                WEEKS_LATER);
    }
}
