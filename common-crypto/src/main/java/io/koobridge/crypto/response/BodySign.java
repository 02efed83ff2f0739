package io.koobridge.crypto.response;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.mac.HmacSha256;

/** The signature of an answer to the marketplace (saas-v2 §7.8). */
public final class BodySign {

    /** The marketplace compares the name with regard to case. */
    public static final String HEADER = "Body-Sign";

    private BodySign() {}

    /** The value of the header for exactly these bytes, white space included; nothing may compress or re-encode them afterwards. */
    public static String value(AccessKey key, byte[] body) {
        return "sign_type=\"HMAC-SHA256\", signature=\""
                + HmacSha256.of(key.secretBytes(), body).base64() + '"';
    }
}
