package io.koobridge.crypto.mac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTagTest {

    /** RFC 4231, test case 2. */
    private static final MacTag JEFE =
            HmacSha256.of("Jefe".getBytes(UTF_8), "what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8));

    private static final String JEFE_HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void isHmacSha256OfThePartsJoined() {
        assertThat(JEFE.hex()).isEqualTo(JEFE_HEX);
    }

    @Test
    void readsBothLetterCases() {
        assertThat(MacTag.ofHex(JEFE_HEX)).contains(JEFE);
        assertThat(MacTag.ofHex(JEFE_HEX.toUpperCase(Locale.ROOT))).contains(JEFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5b",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38433",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g",
                "５bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "+bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
            })
    void readsNothingButSixtyFourHexadecimalDigits(String text) {
        assertThat(MacTag.ofHex(text)).isEmpty();
    }

    @Test
    void comesBackFromBase64() {
        assertThat(MacTag.ofBase64(JEFE.base64())).contains(JEFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "!",
                "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM",
                "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEN="
            })
    void readsOneBase64SpellingOnly(String text) {
        assertThat(MacTag.ofBase64(text)).isEmpty();
    }

    @Property
    void readsAnyTextWithoutAnException(@ForAll String text) {
        assertThat(MacTag.ofHex(text)).isEmpty();
        assertThat(MacTag.ofBase64(text)).isEmpty();
    }
}
