package io.koobridge.crypto.field;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts {@code appInfo.userName} and {@code password} and decrypts {@code mobilePhone} and {@code email} (saas-v1 §7.5). A value is 16
 * letters and digits, which are the initial vector, followed by the Base64 of AES in CBC mode.
 *
 * <p>Nothing protects a value against changes: decrypt only what came with a verified {@code authToken}, and treat what cannot be decrypted
 * as absent. Safe for use by many threads; the keys are derived once.
 */
public final class FieldCipher {

    /** The most UTF-8 bytes whose value still has the 128 characters that the marketplace takes. */
    public static final int LONGEST_BYTES = 79;

    private static final String TRANSFORMATION = "AES/CBC/PKCS5Padding";
    private static final int VECTOR = 16;
    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecretKeySpec longKey;
    private final SecretKeySpec shortKey;
    private final SecureRandom random;

    private FieldCipher(AccessKey key, SecureRandom random) {
        this.longKey = derived(key, EncryptType.AES_256);
        this.shortKey = derived(key, EncryptType.AES_128);
        this.random = random;
    }

    public static FieldCipher of(AccessKey key) {
        return of(key, new SecureRandom());
    }

    /**
     * For repeatable tests.
     *
     * @param random the source of initial vectors
     */
    public static FieldCipher of(AccessKey key, SecureRandom random) {
        return new FieldCipher(key, random);
    }

    /** A value that differs each time. Its length is the caller's to check: see {@link #LONGEST_BYTES}. */
    public String encrypt(String text, EncryptType type) {
        byte[] vector = new byte[VECTOR];
        for (int at = 0; at < VECTOR; at++) {
            vector[at] = (byte) LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length()));
        }
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, type, vector).doFinal(text.getBytes(UTF_8));
            return new String(vector, US_ASCII) + Base64.getEncoder().encodeToString(encrypted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES pads a text of any length", impossible);
        }
    }

    /**
     * Empty for whatever is not a value of this key and size. That a value of another key decrypts to well-formed text by chance happens less
     * than once in 256 values.
     *
     * @param value URL-decoded; where a plus became a space on its way it is a plus again
     */
    public Optional<String> decrypt(String value, EncryptType type) {
        String whole = value.replace(' ', '+');
        // Java decrypts an empty text to an empty text without complaint.
        if (whole.length() <= VECTOR || !whole.chars().limit(VECTOR).allMatch(FieldCipher::isAscii)) {
            return Optional.empty();
        }
        try {
            byte[] vector = whole.substring(0, VECTOR).getBytes(US_ASCII);
            byte[] encrypted = Base64.getDecoder().decode(whole.substring(VECTOR));
            byte[] text = cipher(Cipher.DECRYPT_MODE, type, vector).doFinal(encrypted);
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
        } catch (IllegalArgumentException | GeneralSecurityException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Tries the configured size and then the other: which one the seller chose at publishing is not in the message (saas-v1 §10 A22).
     *
     * @param plausible whether a text looks like what the field holds, such as a phone number
     */
    public Optional<String> decrypt(String value, EncryptType configured, Predicate<String> plausible) {
        return Stream.of(configured, configured.other())
                .flatMap(type -> decrypt(value, type).stream())
                .filter(plausible)
                .findFirst();
    }

    private Cipher cipher(int mode, EncryptType type, byte[] vector) throws GeneralSecurityException {
        var key =
                switch (type) {
                    case AES_256 -> longKey;
                    case AES_128 -> shortKey;
                };
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new IvParameterSpec(vector));
        return cipher;
    }

    private static SecretKeySpec derived(AccessKey key, EncryptType type) {
        return new SecretKeySpec(Sha1Prng.bytes(key.secretBytes(), type.keyBytes()), "AES");
    }

    private static boolean isAscii(int character) {
        return character < 0x80;
    }
}
