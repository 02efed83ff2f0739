package io.koobridge.crypto.key;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret shared with the marketplace.
 *
 * @param id what operators call it in logs and metrics (1–64 visible ASCII characters); it never travels with a callback
 * @param secret the access key itself, used as UTF-8 (saas-v2 §7.1: "accessKey is the access key", not its id)
 * @param notAfter the last instant at which the key is still accepted, or null for no end
 */
public record AccessKey(String id, String secret, @Nullable Instant notAfter) {

    private static final int LONGEST_ID = 64;

    public AccessKey {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(AccessKey::isVisibleAscii)) {
            throw new IllegalArgumentException(
                    "the id of an access key has 1 to " + LONGEST_ID + " visible ASCII characters, not: '" + id + "'");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("access key '" + id + "' has no secret");
        }
        if (!secret.equals(secret.strip())) {
            throw new IllegalArgumentException("the secret of access key '" + id
                    + "' begins or ends with white space, which would never verify: was a line break copied with it?");
        }
    }

    /** The key of the HMAC. */
    public byte[] secretBytes() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isActive(Instant now) {
        return notAfter == null || !now.isAfter(notAfter);
    }

    /** Never shows the secret: keys end up in logs by accident. */
    @Override
    public String toString() {
        return "AccessKey[id=" + id + ", secret=***, notAfter=" + notAfter + "]";
    }

    private static boolean isVisibleAscii(int character) {
        return character > ' ' && character < 0x7f;
    }
}
