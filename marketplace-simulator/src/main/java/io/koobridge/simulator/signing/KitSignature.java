package io.koobridge.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How calls of the joint-operations kit are signed in its two editions (tenant-sync §3.1, §3.2). */
public final class KitSignature {
    private KitSignature() {}

    /** {@code x-sign} of V2: over the payload itself, without the inner hash of the base interfaces. */
    public static String sign(String accessKey, String timestamp, String nonce, String payload) {
        return digits(accessKey, accessKey + nonce + timestamp + payload);
    }

    /** As the base interfaces are signed: a kit must refuse it. */
    public static String withInnerHash(String accessKey, String timestamp, String nonce, String payload) {
        String inner = Hmac.hexSha256(accessKey, payload.getBytes(StandardCharsets.UTF_8));
        return digits(accessKey, accessKey + nonce + timestamp + inner);
    }

    /**
     * {@code authToken} of V1's bodies: what is blank is not signed.
     *
     * @param timeStamp the body's, which is signed as well
     */
    public static String token(String key, String timeStamp, Map<String, String> parameters) {
        return TokenSignature.of(key, timeStamp, signed(parameters));
    }

    static String message(Map<String, String> parameters) {
        return TokenSignature.canonical(signed(parameters));
    }

    private static Map<String, String> signed(Map<String, String> parameters) {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.values().removeIf(String::isBlank);
        return signed;
    }

    private static String digits(String accessKey, String canonicalRequest) {
        return Hmac.hexSha256(accessKey, canonicalRequest.getBytes(StandardCharsets.UTF_8))
                .toUpperCase(Locale.ROOT);
    }
}
