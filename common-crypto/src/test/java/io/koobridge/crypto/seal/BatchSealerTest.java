package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.Vectors;
import io.koobridge.crypto.seal.Opening.Closed;
import io.koobridge.crypto.seal.Opening.Opened;
import io.koobridge.crypto.seal.Opening.Reason;
import java.io.IOException;
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

class BatchSealerTest {

    private static final SealingKeys KEYS = SealingKeys.generate();
    private static final SealContext MOBILE = new SealContext("t-1/li.lei", "mobile");
    private static final SealContext EMAIL = new SealContext("t-1/li.lei", "email");

    private final BatchSealer batch = Sealer.of(KEYS.publicKeyset()).together();
    private final Opener opener = Opener.of(KEYS.privateKeyset());

    @Test
    void eachValueOpensByItselfInItsPlace() {
        assertThat(opener.open(batch.seal("13800000000", MOBILE), MOBILE)).isEqualTo(new Opened("13800000000"));
        assertThat(opener.open(batch.seal("李@example.com", EMAIL), EMAIL)).isEqualTo(new Opened("李@example.com"));
        assertThat(opener.open(batch.seal("", EMAIL), EMAIL)).isEqualTo(new Opened(""));
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void noneOpensInThePlaceOfAnother() {
        assertThat(opener.open(batch.seal("13800000000", MOBILE), EMAIL))
                .isEqualTo(new Closed(Reason.CONTEXT_OR_BYTES_DIFFER));
        assertThat(opener.open(batch.seal("13800000000", MOBILE), new SealContext("t-1/han.mm", "mobile")))
                .isEqualTo(new Closed(Reason.CONTEXT_OR_BYTES_DIFFER));
    }

    @Test
    void theDataKeyIsNoValue() {
        var joined = Base64.getUrlDecoder().decode(batch.seal("x", MOBILE).substring("kbs2.".length()));
        var key = SealedForm.ALONE.write(DataKey.split(joined).orElseThrow().sealedKey());

        assertThat(opener.open(key, MOBILE)).isEqualTo(new Closed(Reason.CONTEXT_OR_BYTES_DIFFER));
    }

    @Test
    void theSameTextIsNeverSealedTheSame() {
        assertThat(batch.seal("text", MOBILE))
                .isNotEqualTo(batch.seal("text", MOBILE))
                .hasSizeLessThan(170);
    }

    @Test
    void anotherKeysetDoesNotOpen() {
        var stranger = Opener.of(SealingKeys.generate().privateKeyset());

        assertThat(stranger.open(batch.seal("text", MOBILE), MOBILE)).isEqualTo(new Closed(Reason.UNKNOWN_KEY));
    }

    /** The form in which values lie in stores and topics: whoever changes it must still open this one. */
    @Test
    void aValueThatWasSealedLongAgoStillOpens() throws IOException {
        var stored = Vectors.read("sealed.json", Stored.class);

        assertThat(Opener.of(stored.privateKeyset())
                        .open(stored.sealedTogether(), new SealContext(stored.subject(), stored.field())))
                .isEqualTo(new Opened(stored.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kbs2.", "kbs2.A", "kbs2.AA", "kbs2.AAA", "kbs2.AAAAAAAA", "kbs2.__8AAAAA", "kbs2.AAUBAgMEBQY"})
    void aTextCutOffOrGarbledIsSaidToBeDamaged(String text) {
        assertThat(opener.open(text, MOBILE)).isEqualTo(new Closed(Reason.DAMAGED));
    }

    @Property(tries = 100)
    void anyTextOpensAsItWasSealed(
            @ForAll String text, @ForAll @NotBlank String subject, @ForAll @NotBlank String field) {
        Assume.that(UTF_8.newEncoder().canEncode(text));
        var context = new SealContext(subject, field);

        assertThat(opener.open(batch.seal(text, context), context)).isEqualTo(new Opened(text));
    }

    @net.jqwik.api.Tag("promise:personal-data-are-sealed")
    @Property(tries = 200)
    void oneChangedBitNeverOpens(
            @ForAll @StringLength(max = 40) String text, @ForAll @IntRange(max = 1 << 16) int bit) {
        byte[] sealed = Base64.getUrlDecoder().decode(batch.seal(text, MOBILE).substring("kbs2.".length()));
        sealed[bit / 8 % sealed.length] ^= (byte) (1 << bit % 8);

        assertThat(opener.open(SealedForm.TOGETHER.write(sealed), MOBILE)).isInstanceOf(Closed.class);
    }

    @Property(tries = 200)
    void anyTextHasAnOutcome(@ForAll String text, @ForAll byte[] bytes) {
        assertThat(opener.open("kbs2." + text, MOBILE)).isInstanceOf(Closed.class);
        assertThat(opener.open(SealedForm.TOGETHER.write(bytes), MOBILE)).isInstanceOf(Closed.class);
    }

    private record Stored(String subject, String field, String text, String sealedTogether, String privateKeyset) {}
}
