package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.koobridge.crypto.Vectors;
import io.koobridge.crypto.seal.Opening.Closed;
import io.koobridge.crypto.seal.Opening.Opened;
import io.koobridge.crypto.seal.Opening.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final SealingKeys KEYS = SealingKeys.generate();
    private static final SealContext CONTEXT = new SealContext("kb7example", "mobilePhone");

    private final Sealer sealer = Sealer.of(KEYS.publicKeyset());
    private final Opener opener = Opener.of(KEYS.privateKeyset());

    @Test
    void whatIsSealedOpensInItsPlace() {
        assertThat(opener.open(sealer.seal("+86 138 0000 0000 测试", CONTEXT), CONTEXT))
                .isEqualTo(new Opened("+86 138 0000 0000 测试"));
    }

    @Test
    void anEmptyTextIsSealedToo() {
        assertThat(opener.open(sealer.seal("", CONTEXT), CONTEXT)).isEqualTo(new Opened(""));
    }

    @Test
    void theSameTextIsNeverSealedTheSame() {
        assertThat(sealer.seal("text", CONTEXT)).isNotEqualTo(sealer.seal("text", CONTEXT));
    }

    @Test
    void aSealedTextIsPrintableAndSaysItsVersion() {
        assertThat(sealer.seal("text", CONTEXT)).matches("kbs1\\.[A-Za-z0-9_-]+");
    }

    /** The form in which values lie in stores and topics: whoever changes it must still open this one. */
    @Test
    void aValueThatWasSealedLongAgoStillOpens() throws IOException {
        Stored stored = Vectors.read("sealed.json", Stored.class);

        assertThat(Opener.of(stored.privateKeyset())
                        .open(stored.sealed(), new SealContext(stored.subject(), stored.field())))
                .isEqualTo(new Opened(stored.text()));
        assertThat(Sealer.of(stored.publicKeyset()).seal(stored.text(), CONTEXT))
                .startsWith("kbs1.");
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void anotherSubjectOrFieldDoesNotOpen() {
        String sealed = sealer.seal("text", CONTEXT);
        Closed closed = new Closed(Reason.CONTEXT_OR_BYTES_DIFFER);

        assertThat(opener.open(sealed, new SealContext("kb8example", "mobilePhone")))
                .isEqualTo(closed);
        assertThat(opener.open(sealed, new SealContext("kb7example", "email"))).isEqualTo(closed);
        assertThat(opener.open(sealed, new SealContext("mobilePhone", "kb7example")))
                .isEqualTo(closed);
        assertThat(opener.open(sealed, new SealContext("kb7examplem", "obilePhone")))
                .isEqualTo(closed);
    }

    @Test
    void anotherKeysetDoesNotOpen() {
        Opener stranger = Opener.of(SealingKeys.generate().privateKeyset());

        assertThat(stranger.open(sealer.seal("text", CONTEXT), CONTEXT)).isEqualTo(new Closed(Reason.UNKNOWN_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "kbs", "kbs3.AAAA", "KBS1.AAAA", " kbs1.AAAA"})
    void plainTextIsSaidNotToBeSealed(String text) {
        assertThat(opener.open(text, CONTEXT)).isEqualTo(new Closed(Reason.NOT_SEALED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kbs1.", "kbs1.A", "kbs1.AAAA", "kbs1.AAAAAAA=", "kbs1.AAAA AAAA", "kbs1.+/+/+/+/", "kbs1.测试"})
    void aTextCutOffOrGarbledIsSaidToBeDamaged(String text) {
        assertThat(opener.open(text, CONTEXT)).isEqualTo(new Closed(Reason.DAMAGED));
    }

    @Test
    void afterARotationBothOldAndNewValuesOpen() throws GeneralSecurityException {
        String before = sealer.seal("before", CONTEXT);
        KeysetHandle rotated = KeysetHandle.newBuilder(keyset(KEYS))
                .addEntry(KeysetHandle.importKey(
                                keyset(SealingKeys.generate()).getPrimary().getKey())
                        .makePrimary())
                .build();
        Sealer newSealer = Sealer.of(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                rotated.getPublicKeysetHandle(), Keysets.CONFIGURATION));
        Opener newOpener = Opener.of(TinkJsonProtoKeysetFormat.serializeKeyset(
                rotated, Keysets.CONFIGURATION, InsecureSecretKeyAccess.get()));
        String after = newSealer.seal("after", CONTEXT);

        assertThat(newOpener.open(before, CONTEXT)).isEqualTo(new Opened("before"));
        assertThat(newOpener.open(after, CONTEXT)).isEqualTo(new Opened("after"));
        assertThat(opener.open(after, CONTEXT)).isEqualTo(new Closed(Reason.UNKNOWN_KEY));
    }

    @Test
    void aPublicKeysetIsRefusedForOpening() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Opener.of(KEYS.publicKeyset()))
                .withMessageContaining("this one holds public keys, which can only seal");
    }

    @Test
    void aPrivateKeysetIsRefusedForSealing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sealer.of(KEYS.privateKeyset()))
                .withMessageContaining("private keys, which do not belong here")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"primaryKeyId\":1,\"key\":[]}", "[]"})
    void anUnreadableKeysetIsRefusedByBoth(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Opener.of(json)).withMessageContaining("unreadable");
        assertThatIllegalArgumentException().isThrownBy(() -> Sealer.of(json)).withMessageContaining("unreadable");
    }

    @Test
    void aContextNamesASubjectAndAField() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealContext("", "email"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SealContext("kb7example", " "));
    }

    @Test
    void neitherTheOpenedTextNorThePrivateKeysAreShown() {
        assertThat(new Opened("+86 138").toString()).doesNotContain("138");
        assertThat(KEYS.toString()).doesNotContain(KEYS.privateKeyset());
    }

    @Test
    void warmingUpDoesNotDisturbSealing() {
        sealer.warmUp();

        assertThat(opener.open(sealer.seal("text", CONTEXT), CONTEXT)).isEqualTo(new Opened("text"));
    }

    @Property(tries = 100)
    void anyTextOpensAsItWasSealed(
            @ForAll String text, @ForAll @NotBlank String subject, @ForAll @NotBlank String field) {
        Assume.that(UTF_8.newEncoder().canEncode(text));
        SealContext context = new SealContext(subject, field);

        assertThat(opener.open(sealer.seal(text, context), context)).isEqualTo(new Opened(text));
    }

    @net.jqwik.api.Tag("promise:personal-data-are-sealed")
    @Property(tries = 100)
    void oneChangedBitNeverOpens(
            @ForAll @StringLength(max = 40) String text, @ForAll @IntRange(max = 1 << 16) int bit) {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(text, CONTEXT).substring("kbs1.".length()));
        sealed[bit / 8 % sealed.length] ^= (byte) (1 << bit % 8);
        String changed = "kbs1." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);

        assertThat(opener.open(changed, CONTEXT)).isInstanceOf(Closed.class);
    }

    @Property(tries = 100)
    void oneChangedCharacterNeverOpens(@ForAll @IntRange(max = 1 << 16) int position, @ForAll char character) {
        String sealed = sealer.seal("text", CONTEXT);
        int index = position % sealed.length();
        Assume.that(sealed.charAt(index) != character);

        assertThat(opener.open(sealed.substring(0, index) + character + sealed.substring(index + 1), CONTEXT))
                .isInstanceOf(Closed.class);
    }

    @Property(tries = 200)
    void anyTextHasAnOutcome(@ForAll String text) {
        assertThat(opener.open(text, CONTEXT)).isInstanceOf(Closed.class);
        assertThat(opener.open("kbs1." + text, CONTEXT)).isInstanceOf(Closed.class);
    }

    private static KeysetHandle keyset(SealingKeys keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keys.privateKeyset(), Keysets.CONFIGURATION, InsecureSecretKeyAccess.get());
    }

    private record Stored(
            String subject, String field, String text, String sealed, String publicKeyset, String privateKeyset) {}
}
