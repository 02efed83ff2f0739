package io.koobridge.crypto.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.util.Base64;

/** A symmetric Standard Webhooks secret: {@code whsec_} and 24 to 64 random bytes in Base64. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** Refuses other forms with a message that does not repeat the secret. */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        byte[] key = decode(text.substring(PREFIX.length()));
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("a webhook secret has " + FEWEST_BYTES + " to " + MOST_BYTES
                    + " bytes, this one has " + key.length);
        }
        return new WebhookSecret(key);
    }

    /** The tag of {@code id.timestamp.body}, each exactly as sent. */
    MacTag tag(String id, String timestamp, byte[] body) {
        return HmacSha256.of(key, (id + "." + timestamp + ".").getBytes(UTF_8), body);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a webhook secret is Base64 after " + PREFIX, notBase64);
        }
    }
}
