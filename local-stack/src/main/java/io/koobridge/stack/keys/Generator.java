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

    /** What a secret looks like. */
    enum Kind {
        /** Part of every instance id of this installation; at most 32 characters (design §4). */
        SELLER_ID,
        /** 192 bits in letters and digits. */
        TOKEN,
        /** In the form of Huawei Cloud's access key ids: 20 capital letters and digits. */
        ACCESS_KEY_ID,
        /** In the form of Standard Webhooks. */
        WEBHOOK_SECRET
    }

    private static final int RSA_BITS = 3072;
    private static final int P256_BITS = 256;

    private final SecureRandom random;

    Generator(SecureRandom random) {
        this.random = random;
    }

    String make(Kind kind) {
        return switch (kind) {
            case SELLER_ID -> "local-" + HexFormat.of().formatHex(bytes(6));
            case TOKEN -> letters(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
            case ACCESS_KEY_ID -> HexFormat.of().formatHex(bytes(10)).toUpperCase(Locale.ROOT);
            case WEBHOOK_SECRET -> "whsec_" + Base64.getEncoder().encodeToString(bytes(24));
        };
    }

    private static String letters(String base64) {
        return base64.replace('-', 'A').replace('_', 'B');
    }

    KeyPair rsa() {
        var generator = generator("RSA");
        generator.initialize(RSA_BITS, random);
        return generator.generateKeyPair();
    }

    KeyPair p256() {
        var generator = generator("EC");
        generator.initialize(P256_BITS, random);
        return generator.generateKeyPair();
    }

    KeyPair ed25519() {
        return generator("Ed25519").generateKeyPair();
    }

    private static KeyPairGenerator generator(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
