package io.koobridge.crypto.callback.kit;

import static io.koobridge.crypto.callback.kit.KitSignatureTest.KEY;
import static io.koobridge.crypto.callback.kit.KitSignatureTest.NOW;
import static io.koobridge.crypto.callback.kit.KitSignatureTest.parameters;
import static io.koobridge.crypto.callback.kit.KitSignatureTest.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.KeyRing;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class KitSignaturePropertiesTest {

    /** Only white space may differ from what was signed, and only where it is none of a text. */
    @Tag("promise:only-the-signed")
    @Property(tries = 2000)
    void aChangedByteIsNeverAnotherCall(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 1 << 16) int position, @ForAll byte other) {
        byte[] changed = body.getBytes(UTF_8);
        changed[position % changed.length] = other;

        var verification = KitSignature.verify(parameters(sign(KEY, sorted(body))), changed, KeyRing.of(KEY), NOW);

        if (verification instanceof Verification.Verified) {
            assertThat(KitBody.sorted(changed)).hasValueSatisfying(form -> assertThat(form)
                    .isEqualTo(sorted(body).getBytes(UTF_8)));
        }
    }

    @Property
    void whateverTheBodyIsNothingIsThrown(@ForAll byte[] body) {
        assertThat(KitSignature.verify(parameters(sign(KEY, "{}")), body, KeyRing.of(KEY), NOW))
                .isInstanceOf(Verification.Rejected.class);
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> values =
                Arbitraries.of("1", "\"a\"", "null", "{\"y\":1,\"x\":\"李\"}", "[1,{\"b\":2}]", "true");
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "名"), values)
                .ofMinSize(1)
                .map(members -> {
                    var parts = new ArrayList<String>();
                    members.forEach((name, value) -> parts.add("\"%s\": %s".formatted(name, value)));
                    return "{ " + String.join(" , ", parts) + " }";
                });
    }

    private static String sorted(String body) {
        return new String(KitBody.sorted(body.getBytes(UTF_8)).orElseThrow(), UTF_8);
    }
}
