package io.koobridge.stack.keys;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Makes new secrets, of characters that need no quoting anywhere. */
final class Generator {

    private static final int RSA_BITS = 3072;

    private final SecureRandom random;

    Generator(SecureRandom random) {
        this.random = random;
    }

    /** Part of every instance id of this installation; at most 32 characters (design §4). */
    String sellerId() {
        return "local-" + HexFormat.of().formatHex(bytes(6));
    }

    /** 192 bits. */
    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(24))
                .replace('-', 'A')
                .replace('_', 'B');
    }

    /** In the form of Huawei Cloud's access key ids: 20 capital letters and digits. */
    String accessKeyId() {
        return HexFormat.of().formatHex(bytes(10)).toUpperCase(Locale.ROOT);
    }

    /** In the form of Standard Webhooks. */
    String webhookSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(24));
    }

    KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
