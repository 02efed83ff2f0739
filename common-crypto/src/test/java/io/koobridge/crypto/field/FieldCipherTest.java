package io.koobridge.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.SaasV1Vectors;
import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** saas-v1 §7.5. */
class FieldCipherTest {

    private static final FieldCipher CIPHER = FieldCipher.of(key("a-secret-made-up"));

    @TestFactory
    Stream<DynamicTest> eachValueIsEncryptedAndDecrypted() throws IOException {
        return SaasV1Vectors.read().aes().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    var cipher = FieldCipher.of(key(vector.key()), new Chosen(vector.iv()));
                    EncryptType type = type(vector.encryptType());

                    assertThat(cipher.encrypt(vector.plaintext(), type))
                            .isEqualTo(vector.value())
                            .hasSize(vector.length());
                    assertThat(cipher.decrypt(vector.value(), type)).contains(vector.plaintext());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachValueOfAWrongDerivationIsNotOurs() throws IOException {
        var vectors = SaasV1Vectors.read();
        return vectors.aesNegative().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    String text = "qinghe-admin";
                    var cipher = FieldCipher.of(
                            key(vectors.meta().key()), new Chosen(vector.value().substring(0, 16)));

                    assertThat(cipher.encrypt(text, EncryptType.AES_256))
                            .isEqualTo(vector.right())
                            .isNotEqualTo(vector.value());
                    assertThat(cipher.decrypt(vector.value(), EncryptType.AES_256))
                            .isNotEqualTo(Optional.of(text));
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachBadValueIsRefusedOrRepaired() throws IOException {
        String repaired = "repair then accept: ";
        return SaasV1Vectors.read().aesBadInput().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    var type = vector.bits() == 128 ? EncryptType.AES_128 : EncryptType.AES_256;
                    var expected = vector.expect().startsWith(repaired)
                            ? Optional.of(vector.expect().substring(repaired.length()))
                            : Optional.empty();

                    assertThat(FieldCipher.of(key(vector.key())).decrypt(vector.value(), type))
                            .isEqualTo(expected);
                }));
    }

    @Property
    void whatWasEncryptedIsDecrypted(@ForAll("texts") String text, @ForAll EncryptType type) {
        assertThat(CIPHER.decrypt(CIPHER.encrypt(text, type), type)).contains(text);
    }

    @Property
    void theLengthFollowsFromTheBytes(@ForAll @IntRange(max = 95) int bytes, @ForAll EncryptType type) {
        int[] lengths = {40, 60, 80, 104, 124, 144};

        assertThat(CIPHER.encrypt("p".repeat(bytes), type)).hasSize(lengths[bytes / 16]);
    }

    @Test
    void theLongestTextIsTheLastThatFits() {
        assertThat(CIPHER.encrypt("p".repeat(FieldCipher.LONGEST_BYTES), EncryptType.AES_256))
                .hasSizeLessThanOrEqualTo(128);
        assertThat(CIPHER.encrypt("p".repeat(FieldCipher.LONGEST_BYTES + 1), EncryptType.AES_256))
                .hasSizeGreaterThan(128);
    }

    @Property
    void eitherSizeIsReadWhicheverIsConfigured(
            @ForAll("phones") String phone, @ForAll EncryptType used, @ForAll EncryptType configured) {
        assertThat(CIPHER.decrypt(CIPHER.encrypt(phone, used), configured, FieldCipherTest::isDigits))
                .contains(phone);
    }

    @Test
    void aTextThatIsNotPlausibleIsNone() {
        String value = CIPHER.encrypt("not a phone", EncryptType.AES_256);

        assertThat(CIPHER.decrypt(value, EncryptType.AES_256, FieldCipherTest::isDigits))
                .isEmpty();
    }

    @Property
    void anyTextIsDecryptedOrRefusedWithoutAnException(@ForAll String value, @ForAll EncryptType type) {
        assertThat(CIPHER.decrypt(value, type)).isEmpty();
    }

    @Test
    void anotherKeyDoesNotRead() {
        var other = FieldCipher.of(key("another-secret"), new Chosen("0000000000000000"));

        assertThat(CIPHER.decrypt(
                        other.encrypt("13800138000", EncryptType.AES_256),
                        EncryptType.AES_256,
                        FieldCipherTest::isDigits))
                .isEmpty();
    }

    @Test
    void initialVectorsAreLettersAndDigitsAndDiffer() {
        var vectors = new HashSet<String>();
        for (int at = 0; at < 500; at++) {
            vectors.add(CIPHER.encrypt("text", EncryptType.AES_256).substring(0, 16));
        }

        assertThat(vectors).hasSize(500).allMatch(vector -> vector.matches("[0-9A-Za-z]{16}"));
    }

    @Test
    void theDigitIsThatOfTheAnswer() {
        assertThat(EncryptType.AES_256.digit()).isEqualTo("1");
        assertThat(EncryptType.AES_128.digit()).isEqualTo("2");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("青禾é\u0000")
                .ofMaxLength(100);
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.strings().numeric().ofMinLength(8).ofMaxLength(15);
    }

    private static boolean isDigits(String text) {
        return text.matches("[0-9]+");
    }

    private static EncryptType type(String digit) {
        return Stream.of(EncryptType.values())
                .filter(type -> type.digit().equals(digit))
                .findFirst()
                .orElseThrow();
    }

    private static AccessKey key(String secret) {
        return new AccessKey("v1", secret, null);
    }

    /** Draws the characters of one initial vector again and again. */
    private static final class Chosen extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final String vector;
        private int at;

        Chosen(String vector) {
            this.vector = vector;
        }

        @Override
        public int nextInt(int bound) {
            return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    .indexOf(vector.charAt(at++ % vector.length()));
        }
    }
}
