package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The formulas of saas-v1 §7 from the JDK alone, whose own SHA1PRNG is the one that the marketplace's sample uses. */
final class V1Signing {

    private static final int VECTOR = 16;

    private V1Signing() {}

    /** §7.1. */
    static String token(String secret, String timeStamp, Map<String, String> parameters) {
        var text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((secret + timeStamp).getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** §7.5, by a key of 16 or 32 bytes. */
    static String encrypted(String secret, int keyBytes, String vector, String text) {
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, secret, keyBytes, vector.getBytes(US_ASCII))
                    .doFinal(text.getBytes(UTF_8));
            return vector + Base64.getEncoder().encodeToString(encrypted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for what cannot be decrypted, and for a value that holds nothing but its vector. */
    static Optional<String> decrypted(String secret, int keyBytes, String value) {
        if (value.length() <= VECTOR || !value.substring(0, VECTOR).matches("\\p{ASCII}*")) {
            return Optional.empty();
        }
        try {
            var encrypted = Base64.getDecoder().decode(value.substring(VECTOR));
            var vector = value.substring(0, VECTOR).getBytes(US_ASCII);
            return Signing.text(
                    cipher(Cipher.DECRYPT_MODE, secret, keyBytes, vector).doFinal(encrypted));
        } catch (IllegalArgumentException | GeneralSecurityException none) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, String secret, int keyBytes, byte[] vector) throws GeneralSecurityException {
        var generator = SecureRandom.getInstance("SHA1PRNG", "SUN");
        generator.setSeed(secret.getBytes(UTF_8));
        var key = new byte[keyBytes];
        generator.nextBytes(key);
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher;
    }
}
