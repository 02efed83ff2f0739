package io.koobridge.crypto.seal;

import java.util.Base64;
import java.util.Optional;

/** The text form of a sealed value: a prefix that names the version, then Base64 for URLs without padding. */
final class SealedForm {

    static final String PREFIX = "kbs1.";

    private SealedForm() {}

    static String write(byte[] sealed) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The bytes after the prefix; empty when they are not spelled as {@link #write} does. */
    static Optional<byte[]> read(String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return write(sealed).equals(text) ? Optional.of(sealed) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
