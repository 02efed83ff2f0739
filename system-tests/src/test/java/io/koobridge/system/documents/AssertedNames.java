package io.koobridge.system.documents;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which names a test's source asserts: in a string of a statement with an assertion, or by a constant or a helper that one names. */
record AssertedNames(List<String> statements) {

    private static final Pattern CONSTANT = Pattern.compile("\\bString (\\w+) =");
    private static final Pattern HELPER = Pattern.compile("(\\w+)\\([^()]*\\)(?: throws \\w+)? \\{");

    static AssertedNames of(String source) {
        return new AssertedNames(List.of(source.split(";\\s")));
    }

    /** @param literal a string's beginning, with what may follow it in the string or ends it */
    boolean hold(Pattern literal) {
        return statements.stream()
                .filter(statement -> literal.matcher(statement).find())
                .anyMatch(this::asserts);
    }

    private boolean asserts(String statement) {
        return asserting(statement)
                || names(CONSTANT, statement).anyMatch(this::isAsserted)
                || (statement.contains("return ") && names(HELPER, statement).anyMatch(this::isAsserted));
    }

    private boolean isAsserted(String name) {
        var word = Pattern.compile("\\b" + name + "\\b");
        return statements.stream()
                .anyMatch(statement ->
                        asserting(statement) && word.matcher(statement).find());
    }

    private static boolean asserting(String statement) {
        return statement.contains("assertThat(") || statement.contains("untilAsserted(");
    }

    private static Stream<String> names(Pattern what, String statement) {
        return what.matcher(statement).results().map(found -> found.group(1));
    }
}
