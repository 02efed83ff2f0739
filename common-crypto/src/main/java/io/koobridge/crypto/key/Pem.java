package io.koobridge.crypto.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). No message ever repeats what was read. */
public final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (?<label>[A-Z0-9 ]+)-----(?<base64>[^-]*)-----END \\k<label>-----");
    private static final int LINE = 64;

    private Pem() {}

    /**
     * Reads the only block of a text.
     *
     * @param text in which a line break may be {@code \n} in two characters, as in files of environment variables
     */
    public static byte[] read(String label, String text) {
        var block = BLOCK.matcher(text.replace("\\n", "\n").strip());
        if (!block.matches()) {
            throw new IllegalArgumentException("this is no PEM text of one %s".formatted(label));
        }
        if (!label.equals(block.group("label"))) {
            throw new IllegalArgumentException(
                    "this is a PEM text of a %s, not of a %s".formatted(block.group("label"), label));
        }
        try {
            return Base64.getDecoder().decode(block.group("base64").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            // Its message would quote the key.
            throw new IllegalArgumentException("between BEGIN %s and END there is no Base64".formatted(label));
        }
    }

    public static String write(String label, byte[] encoded) {
        var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }
}
