package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.Verification.Rejected;
import io.koobridge.crypto.callback.v2.Verification.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BodySignatureTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00.123Z");
    private static final AccessKey OLD = new AccessKey("old", "old-secret", NOW.plusSeconds(10));
    private static final AccessKey NEW = new AccessKey("new", "new-secret", null);
    private static final byte[] BODY = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);

    @Test
    void saysWhichOfTheKeysVerified() {
        assertThat(BodySignature.verify(signedBy(OLD, BODY), BODY, KeyRing.of(NEW, OLD), NOW))
                .isEqualTo(new Verified(OLD, CanonicalForm.RAW));
        assertThat(BodySignature.verify(signedBy(NEW, BODY), BODY, KeyRing.of(NEW, OLD), NOW))
                .isEqualTo(new Verified(NEW, CanonicalForm.RAW));
    }

    @Test
    void triesTheSortedFormWithEveryKeyToo() {
        byte[] spaced = "{ \"activity\" : \"newInstance\" }".getBytes(UTF_8);

        assertThat(BodySignature.verify(signedBy(OLD, BODY), spaced, KeyRing.of(NEW, OLD), NOW))
                .isEqualTo(new Verified(OLD, CanonicalForm.SORTED));
    }

    @Test
    void acceptsNothingFromAKeyThatHasEnded() {
        assertThat(BodySignature.verify(signedBy(OLD, BODY), BODY, KeyRing.of(NEW, OLD), NOW.plusSeconds(11)))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void saysSoWhenEveryKeyHasEnded() {
        assertThat(BodySignature.verify(signedBy(OLD, BODY), BODY, KeyRing.of(OLD), NOW.plusSeconds(11)))
                .isEqualTo(new Rejected(Rejection.NO_ACTIVE_KEY));
    }

    @Test
    void doesNotMistakeOneKeyForAnother() {
        AccessKey stranger = new AccessKey("old", "another-secret", null);

        assertThat(BodySignature.verify(signedBy(stranger, BODY), BODY, KeyRing.of(NEW, OLD), NOW))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void verifiesARepeatedMemberNameOnlyAsItWasSigned() {
        byte[] doubled = "{\"a\":1,\"a\":2}".getBytes(UTF_8);
        byte[] spaced = "{\"a\":1, \"a\":2}".getBytes(UTF_8);

        assertThat(BodySignature.verify(signedBy(NEW, doubled), doubled, KeyRing.of(NEW), NOW))
                .isEqualTo(new Verified(NEW, CanonicalForm.RAW));
        assertThat(BodySignature.verify(signedBy(NEW, doubled), spaced, KeyRing.of(NEW), NOW))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void verifiesAnEmptyBody() {
        byte[] empty = new byte[0];

        assertThat(BodySignature.verify(signedBy(NEW, empty), empty, KeyRing.of(NEW), NOW))
                .isEqualTo(new Verified(NEW, CanonicalForm.RAW));
    }

    private static SignedParameters signedBy(AccessKey key, byte[] payload) {
        String timestamp = Long.toString(NOW.toEpochMilli());
        String signature = BodySignature.sign(key, "nonce-1", timestamp, payload);
        return new SignedParameters(MacTag.ofHex(signature).orElseThrow(), timestamp, "nonce-1", NOW);
    }
}
