package io.koobridge.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Text identifiers from hashes: lower-case base32 (RFC 4648) over SHA-256 of unambiguously joined parts. */
final class Identifiers {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BITS_PER_CHARACTER = 5;

    /** Looked up once, and copied: the look-up costs as much as a short digest. */
    private static final MessageDigest SHA_256 = lookUp();

    private Identifiers() {}

    /**
     * Hash of the parts as text. Every part is preceded by its length, so that no two lists of parts join to the same
     * bytes.
     *
     * @param characters length of the result, at most 51
     */
    static String digest(int characters, String... parts) {
        var sha256 = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return base32(sha256.digest(), characters);
    }

    private static String base32(byte[] bytes, int characters) {
        var text = new StringBuilder(characters);
        for (int bit = 0; text.length() < characters; bit += BITS_PER_CHARACTER) {
            int pair = (bytes[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
            text.append(ALPHABET[pair >> (16 - BITS_PER_CHARACTER - bit % 8) & 31]);
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
