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
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class BodySignaturePropertiesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_777_622_400_123L);
    private static final String TIMESTAMP = "1777622400123";
    private static final AccessKey KEY = new AccessKey("base", "a-secret-made-up", null);
    private static final Rejected MISMATCH = new Rejected(Rejection.SIGNATURE_MISMATCH);

    @Property
    void whatWasSignedVerifies(@ForAll("bodies") byte[] body, @ForAll("nonces") String nonce) {
        assertThat(verify(sign(nonce, TIMESTAMP, body), TIMESTAMP, nonce, body))
                .isEqualTo(new Verified(KEY, CanonicalForm.RAW));
    }

    @Tag("promise:spelling-is-free")
    @Property
    void whatWasSignedInCanonicalFormVerifiesInAnySpelling(
            @ForAll("bodies") byte[] body, @ForAll("nonces") String nonce) {
        byte[] canonical = CanonicalBody.of(body).orElseThrow();

        assertThat(verify(sign(nonce, TIMESTAMP, canonical), TIMESTAMP, nonce, body))
                .isInstanceOf(Verified.class);
    }

    @Property
    void anotherBodyNeverVerifies(@ForAll("bodies") byte[] body, @ForAll("bodies") byte[] other) {
        boolean differs = !Arrays.equals(body, other)
                && CanonicalBody.of(other)
                        .filter(form -> Arrays.equals(form, body))
                        .isEmpty();
        Assume.that(differs);

        assertThat(verify(sign("nonce", TIMESTAMP, body), TIMESTAMP, "nonce", other))
                .isEqualTo(MISMATCH);
    }

    @Tag("promise:only-the-signed")
    @Property
    void oneChangedBitOfTheBodyNeverVerifies(
            @ForAll("bodies") byte[] body, @ForAll @IntRange(max = 1 << 20) int position) {
        byte[] changed = body.clone();
        changed[position / 8 % body.length] ^= (byte) (1 << position % 8);
        // Between tokens a blank may become another white space character: the same JSON, hence the same canonical
        // form.
        Assume.that(CanonicalBody.of(changed)
                .filter(form -> Arrays.equals(form, body))
                .isEmpty());

        assertThat(verify(sign("nonce", TIMESTAMP, body), TIMESTAMP, "nonce", changed))
                .isEqualTo(MISMATCH);
    }

    @Property
    void aBodyCutShortNeverVerifies(@ForAll("bodies") byte[] body, @ForAll @IntRange(min = 1, max = 1 << 20) int cut) {
        byte[] shorter = Arrays.copyOf(body, body.length - 1 - cut % body.length);
        Assume.that(CanonicalBody.of(shorter)
                .filter(form -> Arrays.equals(form, body))
                .isEmpty());

        assertThat(verify(sign("nonce", TIMESTAMP, body), TIMESTAMP, "nonce", shorter))
                .isEqualTo(MISMATCH);
    }

    @Property
    void anotherNonceNeverVerifies(
            @ForAll("bodies") byte[] body, @ForAll("nonces") String nonce, @ForAll("nonces") String other) {
        Assume.that(!nonce.equals(other));

        assertThat(verify(sign(nonce, TIMESTAMP, body), TIMESTAMP, other, body)).isEqualTo(MISMATCH);
    }

    @Property
    void anotherTimestampNeverVerifies(@ForAll("bodies") byte[] body, @ForAll @IntRange(min = 1) int difference) {
        String other = Long.toString(NOW.toEpochMilli() + difference);

        assertThat(verify(sign("nonce", TIMESTAMP, body), other, "nonce", body)).isEqualTo(MISMATCH);
    }

    @Property
    void oneChangedBitOfTheSignatureNeverVerifies(@ForAll("bodies") byte[] body, @ForAll @IntRange(max = 255) int bit) {
        byte[] signature = HexFormat.of().parseHex(sign("nonce", TIMESTAMP, body));
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(verify(HexFormat.of().formatHex(signature), TIMESTAMP, "nonce", body))
                .isEqualTo(MISMATCH);
    }

    @Tag("promise:only-the-signed")
    @Property
    void anotherSecretNeverVerifies(@ForAll("bodies") byte[] body, @ForAll("nonces") String secret) {
        Assume.that(!secret.equals(KEY.secret()) && secret.equals(secret.strip()));
        String signature = BodySignature.sign(new AccessKey("base", secret, null), "nonce", TIMESTAMP, body);

        assertThat(verify(signature, TIMESTAMP, "nonce", body)).isEqualTo(MISMATCH);
    }

    @Property
    void anyBytesAreRefusedWithoutAnException(@ForAll byte[] body) {
        assertThat(verify("00".repeat(32), TIMESTAMP, "nonce", body)).isEqualTo(MISMATCH);
    }

    @Property
    void anyTextThatLooksLikeJsonIsRefusedWithoutAnException(@ForAll("almostJson") String text) {
        assertThat(verify("00".repeat(32), TIMESTAMP, "nonce", text.getBytes(UTF_8)))
                .isEqualTo(MISMATCH);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return JsonTexts.objects().map(text -> text.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<String> nonces() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("实例é")
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.strings()
                .withChars("{}[]\",:\\u0123456789abcdeE+-. \n\ttrufalsn实\ud800")
                .ofMaxLength(60);
    }

    private static String sign(String nonce, String timestamp, byte[] body) {
        return BodySignature.sign(KEY, nonce, timestamp, body);
    }

    private static Verification verify(String signature, String timestamp, String nonce, byte[] body) {
        MacTag tag = MacTag.ofHex(signature).orElseThrow();
        return BodySignature.verify(new SignedParameters(tag, timestamp, nonce, NOW), body, KeyRing.of(KEY), NOW);
    }
}
