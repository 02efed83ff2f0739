package io.koobridge.system.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for texts in every byte that a suite keeps: the broker's topics, the store's file, logs, settings. */
final class Traces {

    private static final int BLOCK = 1 << 20;

    private Traces() {}

    /** Files that hold any of these, in clear or in Base64. */
    static List<String> of(List<String> texts, Path directory) {
        var needles = texts.stream()
                .flatMap(text -> Stream.of(text, base64(text)))
                .map(needle -> needle.getBytes(UTF_8))
                .toList();
        try (var files = Files.walk(directory)) {
            var found = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file, needles)) {
                    found.add(file.toString());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the end, which depends on what would follow. */
    private static String base64(String text) {
        var whole = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        return whole.substring(0, text.length() / 3 * 4);
    }

    private static boolean holds(Path file, List<byte[]> needles) throws IOException {
        int longest = needles.stream().mapToInt(needle -> needle.length).max().orElseThrow();
        var buffer = new byte[BLOCK + longest];
        try (var in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(buffer, 0, BLOCK); read > 0; read = in.readNBytes(buffer, kept, BLOCK)) {
                int length = kept + read;
                for (var needle : needles) {
                    if (indexOf(buffer, length, needle) >= 0) {
                        return true;
                    }
                }
                kept = Math.min(longest, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
            return false;
        } catch (NoSuchFileException _) {
            // The broker and the store put files away while they run; what they held stands in others.
            return false;
        }
    }

    private static int indexOf(byte[] bytes, int length, byte[] needle) {
        for (int at = 0; at <= length - needle.length; at++) {
            if (bytes[at] == needle[0] && matches(bytes, at, needle)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            if (bytes[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
