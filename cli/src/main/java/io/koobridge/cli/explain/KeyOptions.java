package io.koobridge.cli.explain;

import io.koobridge.cli.installation.Files;
import io.koobridge.cli.installation.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which access keys a call is explained with. */
final class KeyOptions {

    /** What each interface type is called in {@code local.env}. */
    private static final Map<String, String> VARIABLES = variables();

    @Option(
            names = "--key",
            paramLabel = "<id=secret>",
            description =
                    "An access key of the address. Others on this machine can see it in the list of processes: prefer --key-file.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--key-file",
            paramLabel = "<id=file>",
            description =
                    "An access key of the address, in a file. Default of all: KOOBRIDGE_KEY_BASE and its siblings, from the"
                            + " environment or from the suite that runs here.")
    private List<String> keyFiles = new ArrayList<>();

    @Option(
            names = "--other-key-file",
            paramLabel = "<id=file>",
            description = "A key of another interface type or address, to see whether that one was used.")
    private List<String> otherKeyFiles = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "<type>",
            description =
                    "With keys from the environment: which interface type was called: base, v1, kit, license, license-v1,"
                            + " license-kit, license-code, general. Default: base; for a V1 call v1, or base where there is no v1; for the kit kit.")
    private @Nullable String type;

    /**
     * Expected ones first.
     *
     * @param usualTypes which keys of the environment are expected when nobody says so: of each list the first that there is
     * @throws IllegalArgumentException when there is none
     */
    List<GivenKey> read(Variables variables, List<List<String>> usualTypes) {
        var expected = type != null
                ? List.of(type)
                : usualTypes.stream()
                        .map(each -> firstOf(variables, each))
                        .distinct()
                        .toList();
        var given = new ArrayList<GivenKey>();
        keys.forEach(text -> given.add(key(text, true)));
        keyFiles.forEach(text -> given.add(file(text, true)));
        if (given.isEmpty()) {
            given.addAll(known(variables, expected));
        }
        otherKeyFiles.forEach(text -> given.add(file(text, false)));
        if (given.stream().noneMatch(GivenKey::expected)) {
            throw new IllegalArgumentException("No access key: give --key-file, or set "
                    + VARIABLES.get(expected.getFirst()) + ", or start a suite here with ./koobridge up");
        }
        given.stream().filter(key -> key.trimmed().isEmpty()).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("The access key '" + key.id() + "' is empty");
        });
        return given;
    }

    private static String firstOf(Variables variables, List<String> types) {
        return types.stream()
                .filter(each -> variables.get(VARIABLES.getOrDefault(each, "")).isPresent())
                .findFirst()
                .orElse(types.getFirst());
    }

    private static List<GivenKey> known(Variables variables, List<String> expected) {
        if (!VARIABLES.keySet().containsAll(expected)) {
            throw new IllegalArgumentException("--type is one of " + String.join(", ", VARIABLES.keySet()));
        }
        var known = new ArrayList<GivenKey>();
        expected.forEach(type -> variables
                .get(VARIABLES.getOrDefault(type, ""))
                .ifPresent(secret -> known.add(new GivenKey(type, secret, true))));
        VARIABLES.forEach((name, variable) -> variables
                .get(variable)
                .filter(secret -> known.stream().noneMatch(key -> key.secret().equals(secret)))
                .ifPresent(secret -> known.add(new GivenKey(name, secret, false))));
        return known;
    }

    private static GivenKey key(String text, boolean expected) {
        int equals = text.indexOf('=');
        return equals <= 0
                ? new GivenKey("key", text, expected)
                : new GivenKey(text.substring(0, equals), text.substring(equals + 1), expected);
    }

    /** A file ends with a line break, which is not part of what is in it. */
    private static GivenKey file(String text, boolean expected) {
        int equals = text.indexOf('=');
        var file = equals <= 0 ? text : text.substring(equals + 1);
        var id = equals <= 0 ? "key" : text.substring(0, equals);
        return new GivenKey(id, Files.text(file).replaceFirst("\r?\n\\z", ""), expected);
    }

    private static Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        for (var type :
                List.of("base", "v1", "kit", "license", "license-v1", "license-kit", "license-code", "general")) {
            variables.put(type, "KOOBRIDGE_KEY_" + type.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        return variables;
    }
}
