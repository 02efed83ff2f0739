package io.koobridge.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signature costs at least: the JDK's HMAC, made ready once, over the same bytes. */
final class BareMac {

    private static final String ALGORITHM = "HmacSHA256";

    private final AccessKey key;
    private final Mac mac;

    BareMac(AccessKey key) {
        this.key = key;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secretBytes(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    byte[] of(byte[] bytes) {
        return mac.doFinal(bytes);
    }

    /** The two digests of a V2 call, and nothing else (saas-v2 §7.3). */
    byte[] ofCall(SignedCall call, byte[] payload) {
        var inner = HexFormat.of().formatHex(mac.doFinal(payload));
        mac.update(key.secretBytes());
        mac.update(call.parameters().nonce().getBytes(UTF_8));
        mac.update(call.parameters().timestamp().getBytes(UTF_8));
        mac.update(inner.getBytes(UTF_8));
        return mac.doFinal();
    }
}
