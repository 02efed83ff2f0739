package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.simulator.signing.ClientSecretCipher.Variant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key pair and the texts of tenant-sync §8.4. */
@Tag("promise:two-readings")
class ClientSecretCipherTest {
    private final ClientSecretCipher cipher = ClientSecretCipher.of(KitVectors.secret("publicKey"));

    @ParameterizedTest
    @EnumSource
    void whatIsEncryptedIsOpenedByTheSameVariantAlone(Variant variant) throws GeneralSecurityException {
        String encrypted = cipher.encrypted(variant, KitVectors.secret("plain"));

        assertThat(encrypted).hasSize(512);
        assertThat(opened(variant, encrypted)).isEqualTo(KitVectors.secret("plain"));
        for (Variant other :
                Arrays.stream(Variant.values()).filter(one -> one != variant).toList()) {
            assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> opened(other, encrypted));
        }
    }

    @Test
    void theVectorsAreOpenedByTheVariantsThatTheyAreNamedAfter() throws GeneralSecurityException {
        assertThat(opened(Variant.A, vector("SHA_256"))).isEqualTo(KitVectors.secret("plain"));
        assertThat(opened(Variant.B, vector("SHA_256_MASKED_BY_SHA_1"))).isEqualTo(KitVectors.secret("plain"));
        assertThat(opened(Variant.C, vector("SHA_1"))).isEqualTo(KitVectors.secret("plain"));
    }

    @Test
    void aKeyMayBePastedWithItsPemLines() {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + KitVectors.secret("publicKey") + "\n-----END PUBLIC KEY-----\n";

        assertThat(ClientSecretCipher.of(pem).encrypted(Variant.A, "secret")).hasSize(512);
    }

    @Test
    void aKeyThatIsNoneOrTooShortIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String tooShort = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSecretCipher.of("a key"))
                .withMessageContaining("publicKey must be the Base64 form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSecretCipher.of(tooShort))
                .withMessageContaining("3072 bits");
    }

    private static String vector(String name) {
        return KitVectors.node("secrets").get("encrypted").get(name).stringValue();
    }

    private static String opened(Variant variant, String encrypted) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(KitVectors.secret("privateKey"))));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, variant.parameters());
        return new String(cipher.doFinal(Base64.getDecoder().decode(encrypted)), StandardCharsets.UTF_8);
    }
}
