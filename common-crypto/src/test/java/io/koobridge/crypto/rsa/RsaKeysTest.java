package io.koobridge.crypto.rsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.TenantSyncVectors;
import io.koobridge.crypto.rsa.RsaKeys.Opened;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** tenant-sync §8. */
class RsaKeysTest {

    private static final RsaKey OTHER = RsaKey.generate("other", RsaKey.FEWEST_BITS);

    private final TenantSyncVectors.Secrets vectors = TenantSyncVectors.read().secrets();
    private final RsaKey key = RsaKey.ofPem("first", pem(vectors.privateKey()));
    private final RsaKeys keys = new RsaKeys(List.of(OTHER, key));

    RsaKeysTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> eachVariantIsOpened() {
        return vectors.encrypted().entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> assertThat(keys.open(each.getValue()))
                        .contains(new Opened(vectors.plain(), "first", OaepVariant.valueOf(each.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> nothingThatWasChangedIsOpened() {
        return vectors.encrypted().entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> {
                    char first = each.getValue().charAt(0) == 'A' ? 'B' : 'A';

                    assertThat(keys.open(first + each.getValue().substring(1))).isEmpty();
                }));
    }

    @Test
    void theSpellingIsAnyThatHasTheSameBytes() {
        var encrypted = encrypted();
        var bytes = Base64.getDecoder().decode(encrypted);

        for (var spelling : List.of(
                encrypted.replaceAll("(.{76})", "$1\r\n"),
                " " + encrypted + "\n",
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes))) {
            assertThat(keys.open(spelling)).map(Opened::secret).hasValue(vectors.plain());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oA-Client-Secret", "AAAA", "zz", "青"})
    void whatIsNotEncryptedIsNotOpened(String text) {
        assertThat(keys.open(text)).isEmpty();
    }

    @Test
    void whatIsLongerThanAnyKeyMakesIsNotEvenRead() {
        assertThat(keys.open(" ".repeat(10_000) + encrypted())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OaepVariant.class)
    void aNewKeyOpensWhatItsPublicHalfEncrypted(OaepVariant variant) throws GeneralSecurityException {
        assertThat(new RsaKeys(List.of(OTHER)).open(encrypted(OTHER, variant, "s e cret 密\n".getBytes(UTF_8))))
                .contains(new Opened("s e cret 密\n", "other", variant));
        assertThat(new RsaKeys(List.of(key)).open(encrypted(OTHER, variant, "x".getBytes(UTF_8))))
                .as("nobody else does")
                .isEmpty();
    }

    @Test
    void whatIsEmptyOrNoTextIsNoSecret() throws GeneralSecurityException {
        assertThat(keys.open(encrypted(OTHER, OaepVariant.SHA_256, new byte[0])))
                .isEmpty();
        assertThat(keys.open(encrypted(OTHER, OaepVariant.SHA_256, new byte[] {(byte) 0xff})))
                .isEmpty();
    }

    @Test
    void thePublicHalfIsAsTheConsoleWantsIt() {
        assertThat(key.publicKey()).isEqualTo(vectors.publicKey());
        assertThat(RsaKey.ofPem("again", key.pem()).publicKey()).isEqualTo(vectors.publicKey());
    }

    @Test
    void aKeyThatTheConsoleWouldNotTakeIsNone() {
        assertThatThrownBy(() ->
                        RsaKey.ofPem("short", RsaKey.generate("short", 2048).pem()))
                .hasMessage("the RSA key has 2048 bits, and must have 3072 to 8192");
        assertThatThrownBy(
                        () -> RsaKey.ofPem("x", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"))
                .hasMessageContaining("RSA PRIVATE KEY");
        assertThatThrownBy(() -> RsaKey.ofPem("x", pem("AAAA")))
                .hasMessage("this is no private key of RSA")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void keysHaveNamesOfTheirOwn() {
        assertThatThrownBy(() -> new RsaKeys(List.of())).hasMessage("there must be at least one RSA key");
        assertThatThrownBy(() -> new RsaKeys(List.of(OTHER, OTHER))).hasMessage("two RSA keys have the id 'other'");
    }

    @Test
    void nothingShowsWhatIsSecret() {
        assertThat(keys.open(encrypted()))
                .hasValueSatisfying(opened -> assertThat(opened.toString()).doesNotContain(vectors.plain()));
        assertThat(keys.toString()).doesNotContain(vectors.privateKey().substring(100, 120));
    }

    private String encrypted() {
        return String.valueOf(vectors.encrypted().get(OaepVariant.SHA_256.name()));
    }

    private static String encrypted(RsaKey key, OaepVariant variant, byte[] plain) throws GeneralSecurityException {
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey()));
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(encoded), variant.parameters());
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    }

    private static String pem(String base64) {
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----".formatted(base64);
    }
}
