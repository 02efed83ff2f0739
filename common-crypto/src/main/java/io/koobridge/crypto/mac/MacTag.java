package io.koobridge.crypto.mac;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The 32 bytes that HMAC-SHA256 yields, received or computed. Two tags are compared in constant time, whatever spelling they came in. */
public final class MacTag {

    private static final int LENGTH = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    MacTag(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads 64 hexadecimal digits, upper and lower case alike; empty for anything else. */
    public static Optional<MacTag> ofHex(String text) {
        return text.length() == 2 * LENGTH && isHex(text)
                ? Optional.of(new MacTag(HEX.parseHex(text)))
                : Optional.empty();
    }

    private static boolean isHex(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!HexFormat.isHexDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Reads standard Base64 with padding of exactly 32 bytes; empty for anything else. */
    public static Optional<MacTag> ofBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // Re-encoding refuses spellings of the same bytes with missing padding or stray last bits.
            boolean exact = bytes.length == LENGTH
                    && Base64.getEncoder().encodeToString(bytes).equals(text);
            return exact ? Optional.of(new MacTag(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Lower-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    /** Standard alphabet, with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** In constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MacTag tag && MessageDigest.isEqual(bytes, tag.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
