package io.koobridge.stack.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the user set before the start. An empty variable counts as not set. */
public record Settings(Map<String, String> variables) {

    public static final String HOME = "KOOBRIDGE_HOME";

    public Settings {
        variables = Map.copyOf(variables);
    }

    public Optional<String> get(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** Where this installation keeps its data: {@code .koobridge} of the project unless {@code KOOBRIDGE_HOME} names another. */
    public Path home(Path projectRoot) {
        return get(HOME)
                .map(Path::of)
                .orElse(projectRoot.resolve(".koobridge"))
                .toAbsolutePath()
                .normalize();
    }
}
