package io.koobridge.simulator.signing;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Body-Sign} header of an answer was worth (saas-v2 §7.8). V2 does not demand it, so none of these fails a call; the
 * record tells them apart.
 */
public enum BodySign {
    RIGHT,
    WRONG,
    ABSENT;

    // Some printed examples have a blank between "signature=" and the quotation mark.
    private static final Pattern FORM =
            Pattern.compile("sign_type=\"HMAC-SHA256\",\\s*signature=\\s*\"([A-Za-z0-9+/=]+)\"");

    public static BodySign check(String accessKey, @Nullable String header, byte[] body) {
        if (header == null) {
            return ABSENT;
        }
        Matcher form = FORM.matcher(header);
        return form.matches() && equal(form.group(1), Hmac.sha256(accessKey, body)) ? RIGHT : WRONG;
    }

    /** Whether the header is written as it must be, whatever its signature. */
    public static boolean wellFormed(String header) {
        return FORM.matcher(header).matches();
    }

    private static boolean equal(String base64, byte[] expected) {
        try {
            return MessageDigest.isEqual(Base64.getDecoder().decode(base64), expected);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
