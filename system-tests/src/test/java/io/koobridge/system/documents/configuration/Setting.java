package io.koobridge.system.documents.configuration;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting, as the annotation processor of Spring Boot read it off a configuration class.
 *
 * @param name with {@code [0]} where a list begins, {@code .*} where any name stands
 * @param type its Java type
 * @param description from Javadoc; one that begins with "required" and a colon says when it must be set
 * @param byDefault absent when there is none
 * @param group each of its elements has settings of its own, which follow
 */
record Setting(
        String name,
        String type,
        @Nullable String description,
        @Nullable String byDefault,
        boolean group) {

    /** In a setting's name, instead of one that the user chooses. */
    static final String ANY_NAME = ".*";

    private static final Pattern REQUIRED = Pattern.compile("(?s)(required[^:]*): *(.*)");
    private static final Pattern CODE = Pattern.compile("\\{@code (\\{[^}]*}|[^}]*)}");

    /** As Spring reads it from the environment: no hyphens, an underscore for each full stop and around each index. */
    String variable() {
        return name.replace("-", "")
                .replaceAll("\\[(\\d+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** It stands in a table by names, whose spelling a variable could not keep. */
    boolean isOfAnyName() {
        return name.contains(ANY_NAME + ".");
    }

    String whenUnset() {
        var required = REQUIRED.matcher(words());
        if (required.matches()) {
            return "**" + required.group(1) + "**";
        }
        return byDefault == null || byDefault.isEmpty() ? "–" : "`" + byDefault + "`";
    }

    String sentence() {
        var required = REQUIRED.matcher(words());
        var sentence = required.matches() ? required.group(2) : words();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String words() {
        var text = description == null ? "" : description;
        return CODE.matcher(text).replaceAll("`$1`").replace("|", "\\|");
    }
}
