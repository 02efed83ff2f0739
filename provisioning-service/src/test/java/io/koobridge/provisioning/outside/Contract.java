package io.koobridge.provisioning.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The fenced blocks of docs/product-contract.md, each by the name that stands behind its language. */
final class Contract {

    static final String TEXT = read(Path.of("../docs/product-contract.md"));

    private Contract() {}

    static String block(String name) {
        var matcher = Pattern.compile(
                        "^```[a-z]+ " + Pattern.quote(name) + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(TEXT);
        if (!matcher.find()) {
            throw new AssertionError("docs/product-contract.md has no block " + name);
        }
        return matcher.group(1);
    }

    /** Everything between back quotes, fenced blocks aside. */
    static List<String> words() {
        return Pattern.compile("`([^`\\n]+)`")
                .matcher(TEXT)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    static Path save(String name, Path directory) {
        try {
            return Files.writeString(directory.resolve(name), block(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
