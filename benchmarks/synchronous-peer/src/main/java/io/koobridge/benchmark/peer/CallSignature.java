package io.koobridge.benchmark.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The formulas of saas-v2 §7.3 and §7.8, straight from the page: the body as it came, which is what KooGallery signs. */
@Component
class CallSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    CallSignature(PeerProperties properties) {
        this.key = properties.accessKey().getBytes(UTF_8);
    }

    boolean isRight(String signature, String timestamp, String nonce, byte[] body) {
        String inner = HexFormat.of().formatHex(hmac(body));
        String canonical = new String(key, UTF_8) + nonce + timestamp + inner;
        byte[] expected = hmac(canonical.getBytes(UTF_8));
        try {
            return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String ofAnswer(byte[] body) {
        return "sign_type=\"HMAC-SHA256\", signature=\"" + Base64.getEncoder().encodeToString(hmac(body)) + "\"";
    }

    private byte[] hmac(byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
