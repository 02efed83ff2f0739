package io.koobridge.tenant.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** docs/directory.md. */
public final class DirectoryPage {

    private static final String TEXT = read();

    private DirectoryPage() {}

    /** What stands in a block of this name. */
    public static String block(String name) {
        var matcher = Pattern.compile(
                        "^```[a-z]+ " + Pattern.quote(name) + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(TEXT);
        if (!matcher.find()) {
            throw new AssertionError("no block " + name);
        }
        return matcher.group(1);
    }

    /** Everything that is set as code. */
    public static List<String> words() {
        return Pattern.compile("`([^`\\n]+)`")
                .matcher(TEXT)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/directory.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
