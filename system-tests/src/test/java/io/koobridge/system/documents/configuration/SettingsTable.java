package io.koobridge.system.documents.configuration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The settings of a module in Markdown. */
record SettingsTable(Metadata metadata) {

    private static final String BY_NAME = "java.util.Map<java.lang.String,";

    String markdown() {
        return metadata.settings().stream().map(this::row).collect(Collectors.joining("\n", """
                        | setting, environment variable | value | unset | meaning |
                        |---|---|---|---|
                        """, "\n"));
    }

    private String row(Setting setting) {
        if (setting.group()) {
            return "| `%s` | %s | %s | %s |"
                    .formatted(
                            setting.name(),
                            setting.type().startsWith("java.util.List<") ? "list" : "by name",
                            setting.whenUnset(),
                            setting.sentence());
        }
        if (setting.isOfAnyName()) {
            return "| `%s`<br>no variable | %s | %s | %s |"
                    .formatted(setting.name(), value(setting), setting.whenUnset(), setting.sentence());
        }
        return "| `%s`<br>`%s` | %s | %s | %s |"
                .formatted(setting.name(), setting.variable(), value(setting), setting.whenUnset(), setting.sentence());
    }

    private String value(Setting setting) {
        return switch (setting.type()) {
            case "java.lang.String" -> "text";
            case "java.util.List<java.lang.String>" -> "texts";
            case "java.net.URI" -> "address";
            case "java.util.List<java.net.URI>" -> "addresses";
            case "java.time.Duration" -> "duration";
            case "java.time.Instant" -> "instant";
            case "java.time.ZoneId" -> "time zone";
            case "java.lang.Integer", "java.lang.Long" -> "whole number";
            case "java.lang.Double" -> "number";
            case "java.lang.Boolean" -> "`true`, `false`";
            case "org.springframework.core.io.Resource" -> "location";
            default -> constants(setting, setting.type().replace(BY_NAME, "").replace(">", ""));
        };
    }

    private String constants(Setting setting, String type) {
        List<String> constants = metadata.constants(type);
        if (constants.isEmpty()) {
            throw new AssertionError("No word for the type " + setting.type() + " of " + setting.name());
        }
        return constants.stream()
                .map(constant -> "`" + constant.toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", ", setting.type().equals(type) ? "" : "by name: ", ""));
    }
}
