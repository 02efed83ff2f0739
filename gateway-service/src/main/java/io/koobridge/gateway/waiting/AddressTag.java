package io.koobridge.gateway.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.mac.HmacSha256;
import java.security.MessageDigest;
import java.util.List;

/**
 * Tells addresses that we gave from guessed ones: 128 bits of HMAC-SHA256 over what stands in the address, so that every character of it counts.
 * The first secret makes tags, each of them verifies.
 */
public final class AddressTag {

    /** A secret that serves for something else as well never makes the same tag there. */
    private static final byte[] PURPOSE = "koobridge.waiting-page:".getBytes(UTF_8);

    private static final int HEX_DIGITS = 32;

    private final List<byte[]> secrets;

    public AddressTag(List<String> secrets) {
        this.secrets = secrets.stream().map(secret -> secret.getBytes(UTF_8)).toList();
    }

    String of(String text) {
        return tag(secrets.getFirst(), text);
    }

    boolean verifies(String text, String tag) {
        var given = tag.getBytes(UTF_8);
        return secrets.stream()
                .anyMatch(secret -> MessageDigest.isEqual(tag(secret, text).getBytes(UTF_8), given));
    }

    private static String tag(byte[] secret, String text) {
        return HmacSha256.of(secret, PURPOSE, text.getBytes(UTF_8)).hex().substring(0, HEX_DIGITS);
    }
}
