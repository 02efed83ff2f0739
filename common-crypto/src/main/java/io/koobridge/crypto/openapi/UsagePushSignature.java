package io.koobridge.crypto.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.mac.HmacSha256;

/** The second signature of the new usage push, made with the key of the base interfaces (usage-and-open-api §2.2). */
public final class UsagePushSignature {

    private UsagePushSignature() {}

    /**
     * Signs one push.
     *
     * @param ts Unix time in milliseconds as decimal digits, as it is sent
     * @param nonce as it is sent
     * @param body the exact bytes that are sent: compact JSON with members in natural order at every depth
     * @return the value of the header {@code signature}
     */
    public static String sign(AccessKey key, String ts, String nonce, byte[] body) {
        byte[] head = "ts=%s&nonce=%s&body=".formatted(ts, nonce).getBytes(UTF_8);
        return HmacSha256.of(key.secretBytes(), head, body).base64();
    }
}
