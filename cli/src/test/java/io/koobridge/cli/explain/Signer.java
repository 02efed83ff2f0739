package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with the JDK alone, rightly or not. */
final class Signer {

    private Signer() {}

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String sign(String key, String nonce, String timestamp, byte[] payload) {
        return sign(bytes(key), nonce, timestamp, payload);
    }

    static String sign(byte[] key, String nonce, String timestamp, byte[] payload) {
        return hex(hmac(key, key, bytes(nonce), bytes(timestamp), bytes(hex(hmac(key, payload)))));
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
