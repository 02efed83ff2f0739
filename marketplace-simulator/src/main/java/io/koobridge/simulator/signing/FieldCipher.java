package io.koobridge.simulator.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of single fields (saas-v1 §7.4, §7.5): sixteen characters of initialisation vector, then Base64. The key comes from the JDK's own
 * {@code SHA1PRNG}, as in the published sample; the seller writes that generator anew, so each checks the other.
 */
public final class FieldCipher {
    private static final int IV = 16;

    private final SecretKey key;

    public FieldCipher(String accessKey, int bits) {
        this.key = new SecretKeySpec(derived(accessKey, bits / 8), "AES");
    }

    /**
     * As it goes over the wire.
     *
     * @param iv sixteen ASCII characters, new for each value
     */
    public String encrypted(String iv, String text) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv);
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return iv + Base64.getEncoder().encodeToString(hidden);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/CBC", e);
        }
    }

    /** Empty when the value cannot be read with this key. */
    public Optional<String> decrypted(String value) {
        if (value.length() <= IV) {
            return Optional.empty();
        }
        try {
            byte[] hidden = Base64.getDecoder().decode(value.substring(IV));
            byte[] text = cipher(Cipher.DECRYPT_MODE, value.substring(0, IV)).doFinal(hidden);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (GeneralSecurityException | CharacterCodingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, new IvParameterSpec(iv.getBytes(StandardCharsets.UTF_8)));
        return cipher;
    }

    static byte[] derived(String accessKey, int bytes) {
        try {
            SecureRandom stream = SecureRandom.getInstance("SHA1PRNG", "SUN");
            // Before the first output, so that nothing else seeds it.
            stream.setSeed(accessKey.getBytes(StandardCharsets.UTF_8));
            byte[] key = new byte[bytes];
            stream.nextBytes(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no SHA1PRNG of SUN", e);
        }
    }
}
