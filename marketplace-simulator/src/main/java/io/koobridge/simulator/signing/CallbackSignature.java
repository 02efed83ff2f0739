package io.koobridge.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The three URL parameters of a signed callback (saas-v2 §7.2, §7.3). The signature is in upper case, as the newer pages print it. */
public record CallbackSignature(String signature, String timestamp, String nonce) {

    public static CallbackSignature of(String accessKey, byte[] body, String timestamp, String nonce) {
        String inner = Hmac.hexSha256(accessKey, body);
        String canonicalRequest = accessKey + nonce + timestamp + inner;
        String signature = Hmac.hexSha256(accessKey, canonicalRequest.getBytes(StandardCharsets.UTF_8));
        return new CallbackSignature(signature.toUpperCase(Locale.ROOT), timestamp, nonce);
    }

    /** The same signature with its digits written otherwise. */
    public CallbackSignature spelt(String otherwise) {
        return new CallbackSignature(otherwise, timestamp, nonce);
    }

    public String query() {
        return "signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
    }
}
