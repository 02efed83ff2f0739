package io.koobridge.cli.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the installation: variables of the environment, then those of {@code local.env}, which a suite on this
 * machine writes while it is ready.
 */
public record Variables(Map<String, String> environment, Path localEnv) {

    private static final Pattern LINE = Pattern.compile("([A-Z0-9_]+)=(.*)");

    public Variables {
        environment = Map.copyOf(environment);
    }

    /** With the file of the suite whose home is {@code KOOBRIDGE_HOME}, or {@code .koobridge} of the project. */
    public static Variables of(Map<String, String> environment, Path projectRoot) {
        String home = environment.getOrDefault("KOOBRIDGE_HOME", "");
        Path directory = home.isBlank() ? projectRoot.resolve(".koobridge") : Path.of(home);
        return new Variables(environment, directory.toAbsolutePath().resolve("local.env"));
    }

    public Optional<String> get(String name) {
        return notBlank(environment.get(name)).or(() -> notBlank(fromFile().get(name)));
    }

    private static Optional<String> notBlank(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private Map<String, String> fromFile() {
        if (!Files.exists(localEnv)) {
            return Map.of();
        }
        try {
            var variables = new LinkedHashMap<String, String>();
            for (String line : Files.readAllLines(localEnv)) {
                var matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    variables.put(matcher.group(1), unquoted(matcher.group(2)));
                }
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + localEnv + " cannot be read", e);
        }
    }

    private static String unquoted(String value) {
        return value.startsWith("'") && value.endsWith("'") && value.length() > 1
                ? value.substring(1, value.length() - 1).replace("'\\''", "'")
                : value;
    }
}
