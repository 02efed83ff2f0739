package io.koobridge.crypto.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.SaasV1Vectors;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** saas-v1 §7.4. */
class Sha1PrngTest {

    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> eachKeyHasItsStream() throws IOException {
        return SaasV1Vectors.read().sha1prng().stream()
                .map(vector -> dynamicTest(vector.key(), () -> {
                    byte[] seed = vector.key().getBytes(UTF_8);

                    assertThat(HEX.formatHex(seed)).isEqualTo(vector.seed());
                    assertThat(stream(seed, 64)).isEqualTo(vector.first64());
                    assertThat(stream(seed, 40)).isEqualTo(vector.block1() + vector.block2());
                    assertThat(stream(seed, EncryptType.AES_128.keyBytes())).isEqualTo(vector.aes128());
                    assertThat(stream(seed, EncryptType.AES_256.keyBytes())).isEqualTo(vector.aes256());
                }));
    }

    @Property
    void isTheJdksGenerator(@ForAll @Size(min = 1) byte[] seed, @ForAll @IntRange(min = 1, max = 200) int length)
            throws GeneralSecurityException {
        SecureRandom sun = SecureRandom.getInstance("SHA1PRNG", "SUN");
        sun.setSeed(seed);
        byte[] expected = new byte[length];
        sun.nextBytes(expected);

        assertThat(Sha1Prng.bytes(seed, length)).isEqualTo(expected);
    }

    private static String stream(byte[] seed, int length) {
        return HEX.formatHex(Sha1Prng.bytes(seed, length));
    }
}
