package io.koobridge.license.outside.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What failed the check of a report of use: the list whose name begins with {@code check_fail}; the rest of the name and its rows are not
 * known (license §5.5). A row that has the members of entries is about those; one that has the code alone is about all of it.
 *
 * @param entries so many failed
 * @param ofCode the code itself did
 * @param said the number that a row of the code has
 */
record Failures(int entries, boolean ofCode, @Nullable String said) {

    private static final String LIST = "check_fail";

    static Failures of(JsonNode body) {
        var rows = new ArrayList<JsonNode>();
        collect(body, rows, CodeAnswers.DEEPEST);
        var about = rows.stream().filter(Failures::ofCode).toList();
        int entries = rows.stream()
                .filter(row -> !ofCode(row))
                .mapToInt(row -> Math.max(1, entries(row, CodeAnswers.DEEPEST)))
                .sum();
        var number = about.stream()
                .flatMap(row -> Stream.ofNullable(CodeAnswers.text(row, "error_code")))
                .findFirst()
                .orElse(null);
        return new Failures(entries, !about.isEmpty(), number);
    }

    /** Its number, if it is one of these. */
    Optional<String> number(Set<String> known) {
        return Optional.ofNullable(said).filter(known::contains);
    }

    private static boolean ofCode(JsonNode row) {
        return row.has("license") && entries(row, CodeAnswers.DEEPEST) == 0;
    }

    private static void collect(JsonNode node, List<JsonNode> rows, int depth) {
        if (depth == 0) {
            return;
        }
        for (var member : node.properties()) {
            var value = CodeAnswers.inside(member.getValue());
            if (!member.getKey().startsWith(LIST)) {
                collect(value, rows, depth - 1);
            } else if (value.isArray()) {
                value.forEach(row -> rows.add(CodeAnswers.inside(row)));
            } else if (value.isObject() && !value.isEmpty()) {
                rows.add(value);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(CodeAnswers.inside(element), rows, depth - 1));
        }
    }

    private static int entries(JsonNode node, int depth) {
        if (depth == 0) {
            return 0;
        }
        if (node.hasNonNull("id") || node.hasNonNull("active_num")) {
            return 1;
        }
        int count = 0;
        for (var child : node) {
            count += entries(CodeAnswers.inside(child), depth - 1);
        }
        return count;
    }
}
