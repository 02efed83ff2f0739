package io.koobridge.cli.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads what options name. A file that cannot be read is wrong usage. */
public final class Files {

    /** A little more than the longest call that a gateway takes. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private Files() {}

    /**
     * The whole content.
     *
     * @throws IllegalArgumentException when it cannot be read or is too long
     */
    public static byte[] bytes(String file) {
        try (var in = java.nio.file.Files.newInputStream(Path.of(file))) {
            return bytes(in, file);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * The whole content.
     *
     * @throws IllegalArgumentException when it cannot be read or is too long
     */
    public static byte[] bytes(InputStream in, String name) {
        try {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("%s has more than %d bytes".formatted(name, MOST_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " cannot be read: " + e, e);
        }
    }

    /** As UTF-8. */
    public static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }
}
