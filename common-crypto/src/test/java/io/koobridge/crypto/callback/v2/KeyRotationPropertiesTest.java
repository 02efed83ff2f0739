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
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Several keys at once (saas-v2 §7.1), each with an end of its own, against signatures that a second implementation made. */
class KeyRotationPropertiesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_777_622_400_123L);
    private static final String TIMESTAMP = "1777622400123";

    @Property
    void theKeyThatSignedIsTheOneThatVerifiesUnlessItHasEnded(
            @ForAll("rings") KeyRing ring, @ForAll @IntRange(max = 5) int position, @ForAll("bodies") byte[] body) {
        AccessKey signer = ring.keys().get(position % ring.keys().size());
        boolean good = signer.notAfter() == null || !NOW.isAfter(signer.notAfter());

        Verification verification = verify(ring, signer.secret(), body, body);

        assertThat(verification).isEqualTo(good ? new Verified(signer, CanonicalForm.RAW) : refused(ring));
    }

    @Property
    void theSortedFormHasTheSameKeys(
            @ForAll("rings") KeyRing ring, @ForAll @IntRange(max = 5) int position, @ForAll("bodies") byte[] body) {
        AccessKey signer = ring.keys().get(position % ring.keys().size());
        boolean good = signer.notAfter() == null || !NOW.isAfter(signer.notAfter());
        byte[] spaced = (" " + new String(body, UTF_8)).getBytes(UTF_8);

        Verification verification =
                verify(ring, signer.secret(), SecondOpinion.canonical(body).orElseThrow(), spaced);

        assertThat(verification).isEqualTo(good ? new Verified(signer, CanonicalForm.SORTED) : refused(ring));
    }

    @Property
    void aKeyThatIsNotInTheRingNeverVerifies(@ForAll("rings") KeyRing ring, @ForAll("bodies") byte[] body) {
        assertThat(verify(ring, "a-secret-of-nobody", body, body)).isEqualTo(refused(ring));
    }

    @Property
    void anyBitThatIsChangedInAnyPartIsNoticed(
            @ForAll("bodies") byte[] body, @ForAll @IntRange(max = 6) int bit, @ForAll @IntRange(max = 9) int at) {
        var key = new AccessKey("base", "a-secret-made-up", null);
        String signature = SecondOpinion.signature(key.secret(), "Nonce-1234", TIMESTAMP, body);

        assertThat(verify(KeyRing.of(key), signature, flipped("Nonce-1234", at, bit), TIMESTAMP, body))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
        assertThat(verify(KeyRing.of(key), signature, "Nonce-1234", flipped(TIMESTAMP, at, bit), body))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
        assertThat(verify(
                        KeyRing.of(new AccessKey("base", flipped(key.secret(), at, bit % 5), null)),
                        signature,
                        "Nonce-1234",
                        TIMESTAMP,
                        body))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Property
    void signsAsASecondImplementationDoes(
            @ForAll("rings") KeyRing ring, @ForAll("bodies") byte[] body, @ForAll("nonces") String nonce) {
        AccessKey key = ring.first();

        assertThat(BodySignature.sign(key, nonce, TIMESTAMP, body))
                .isEqualTo(SecondOpinion.signature(key.secret(), nonce, TIMESTAMP, body));
    }

    @Provide
    Arbitrary<KeyRing> rings() {
        return Arbitraries.of(-3_600_000, -1, 0, 1, 3_600_000, Integer.MAX_VALUE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(ends -> new KeyRing(IntStream.range(0, ends.size())
                        .mapToObj(position -> key(position, ends.get(position)))
                        .toList()));
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return JsonTexts.objects().map(text -> text.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<String> nonces() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("实例é\ue000")
                .ofMinLength(1)
                .ofMaxLength(256);
    }

    private static AccessKey key(int position, int endsAfter) {
        Instant end = endsAfter == Integer.MAX_VALUE ? null : NOW.plusMillis(endsAfter);
        return new AccessKey("key-" + position, "made-up-secret-实-" + position, end);
    }

    private static Rejected refused(KeyRing ring) {
        List<AccessKey> good = ring.keys().stream()
                .filter(key -> key.notAfter() == null || !NOW.isAfter(key.notAfter()))
                .toList();
        return new Rejected(good.isEmpty() ? Rejection.NO_ACTIVE_KEY : Rejection.SIGNATURE_MISMATCH);
    }

    private static String flipped(String text, int at, int bit) {
        var changed = new StringBuilder(text);
        changed.setCharAt(at, (char) (changed.charAt(at) ^ 1 << bit));
        return changed.toString();
    }

    private static Verification verify(KeyRing ring, String secret, byte[] signed, byte[] sent) {
        return verify(ring, SecondOpinion.signature(secret, "nonce", TIMESTAMP, signed), "nonce", TIMESTAMP, sent);
    }

    private static Verification verify(KeyRing ring, String signature, String nonce, String timestamp, byte[] body) {
        MacTag tag = MacTag.ofHex(signature).orElseThrow();
        return BodySignature.verify(new SignedParameters(tag, timestamp, nonce, NOW), body, ring, NOW);
    }
}
