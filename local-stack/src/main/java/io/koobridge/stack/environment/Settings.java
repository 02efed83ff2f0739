package io.koobridge.stack.environment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the user set before the start. An empty variable counts as not set. */
public record Settings(Map<String, String> variables) {

    public static final String HOME = "KOOBRIDGE_HOME";

    /** A broker of the user's own instead of the local one. */
    public static final String KAFKA = "KOOBRIDGE_KAFKA";

    /** A store of the user's own instead of the local one. */
    public static final String MONGODB = "KOOBRIDGE_MONGODB";

    public Settings {
        variables = Map.copyOf(variables);
    }

    /** These, and what a run decides by itself; that wins. */
    public Settings with(Map<String, String> decided) {
        var all = new HashMap<>(variables);
        all.putAll(decided);
        return new Settings(all);
    }

    public Optional<String> get(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** Whether the user set this one in any spelling that Spring takes for the same: {@code SWEEP_INTERVAL}, {@code SWEEPINTERVAL}. */
    public boolean isSet(String variable) {
        return variables.entrySet().stream()
                .anyMatch(set -> spelling(set.getKey()).equals(spelling(variable))
                        && !set.getValue().isBlank());
    }

    /** Whether the user set any of these. */
    public boolean anyBeginsWith(String prefix) {
        return variables.entrySet().stream()
                .anyMatch(set -> spelling(set.getKey()).startsWith(spelling(prefix))
                        && !set.getValue().isBlank());
    }

    private static String spelling(String variable) {
        return variable.replace("_", "");
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
