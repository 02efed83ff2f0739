package io.koobridge.stack.environment;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A private file of variables, as lines that a shell can source and java.util.Properties can read. */
public final class EnvFile {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]*");
    private static final Pattern LINE = Pattern.compile("([A-Z0-9_]+)=(.*)");

    private final Path file;

    public EnvFile(Path file) {
        this.file = file;
    }

    /** How to reach a running suite, its keys and its process ids. It is there exactly while everything is ready. */
    public static EnvFile localEnv(Path home) {
        return new EnvFile(home.resolve("local.env"));
    }

    public Path file() {
        return file;
    }

    public void write(Map<String, String> variables) {
        PrivateFiles.write(
                file,
                variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                        .collect(Collectors.joining()));
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Empty when there is no such file. */
    public Map<String, String> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            var variables = new LinkedHashMap<String, String>();
            for (String line : Files.readAllLines(file)) {
                var matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    variables.put(matcher.group(1), unquoted(matcher.group(2)));
                }
            }
            return variables;
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Only what a shell would take apart is quoted, so that simple readers need no unquoting. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static String unquoted(String value) {
        return value.startsWith("'") && value.endsWith("'") && value.length() > 1
                ? value.substring(1, value.length() - 1).replace("'\\''", "'")
                : value;
    }
}
