package io.koobridge.crypto.callback.v2;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Well-formed JSON objects in all sorts of spellings, with different member names on each level. */
final class JsonTexts {

    private static final int DEPTH = 3;

    private JsonTexts() {}

    static Arbitrary<String> objects() {
        // There are too many edge cases to try, and finding them takes longer than the tests.
        return object(DEPTH).withoutEdgeCases();
    }

    private static Arbitrary<String> object(int depth) {
        Arbitrary<Map<String, String>> members =
                Arbitraries.maps(names(), value(depth - 1)).ofMaxSize(5);
        return Combinators.combine(members, blanks()).as((map, blank) -> map.entrySet().stream()
                .map(member -> blank + '"' + member.getKey() + '"' + blank + ':' + blank + member.getValue())
                .collect(joining(blank + ',', "{", blank + '}')));
    }

    private static Arbitrary<String> array(int depth) {
        return value(depth - 1).list().ofMaxSize(4).map(values -> "[" + String.join(" , ", values) + "]");
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> leaf =
                Arbitraries.oneOf(List.of(strings(), numbers(), Arbitraries.of("true", "false", "null")));
        return depth <= 0 ? leaf : Arbitraries.oneOf(List.of(leaf, object(depth), array(depth)));
    }

    /** Never in need of an escape, so that different texts are different names. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings().alpha().numeric().withChars("_./实é").ofMaxLength(8);
    }

    private static Arbitrary<String> strings() {
        return Arbitraries.of(
                        "a",
                        "B7",
                        " ",
                        "/",
                        "\\/",
                        "\\\\",
                        "\\\"",
                        "\\n",
                        "\\u0007",
                        "\\u5B9e",
                        "实例",
                        "😀",
                        "\\ud83d\\ude00",
                        "\u2028")
                .list()
                .ofMaxSize(6)
                .map(parts -> '"' + String.join("", parts) + '"');
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of("0", "-0", "7", "1.0", "1.50", "-12.5E+3", "1e-9", "12345678901234567890.123456789");
    }

    private static Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "\n  ", "\t", "\r\n");
    }
}
