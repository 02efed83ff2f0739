package io.koobridge.crypto.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The text forms of a sealed value: a prefix that names the form, then Base64 for URLs without padding. */
enum SealedForm {
    /** Sealed by itself. */
    ALONE("kbs1."),
    /** With a data key that it shares with others, and that is sealed in front of it. */
    TOGETHER("kbs2.");

    private final String prefix;

    SealedForm(String prefix) {
        this.prefix = prefix;
    }

    /** Empty when the text begins as none of them does. */
    static Optional<SealedForm> of(String text) {
        return Arrays.stream(values())
                .filter(form -> text.startsWith(form.prefix))
                .findFirst();
    }

    String write(byte[] sealed) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The bytes after the prefix; empty when they are not spelled as {@link #write} does. */
    Optional<byte[]> read(String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text.substring(prefix.length()));
            return write(sealed).equals(text) ? Optional.of(sealed) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
