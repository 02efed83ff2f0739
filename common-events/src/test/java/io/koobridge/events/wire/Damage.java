package io.koobridge.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What may happen to a record on its way, or to the program that wrote it.
 *
 * @param place where; counted round the thing that is damaged
 * @param length how much is lost there
 * @param instead text that takes its place, mostly JSON
 */
record Damage(int place, int length, String instead) {

    /** A value up to the comma or bracket after it: good enough to hit every member, and now and then its neighbour. */
    private static final Pattern VALUE = Pattern.compile("(?<=:)(\"[^\"]*\"|\\{[^{}]*}|[^,{}\"]+)");

    static Arbitrary<Damage> any() {
        var json = Arbitraries.of(
                "null",
                "\"\"",
                "\" \"",
                "\"\\ud800\"",
                "true",
                "-1",
                "0",
                "1.5",
                "9223372036854775808",
                "1E+999999999",
                "1E-999999999",
                "1E+99999999999",
                "[]",
                "{}",
                "[null]",
                "{\"orderId\":null}",
                "\"2026-13-01T00:00:00Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "[".repeat(600) + "]".repeat(600),
                "\"" + "x".repeat(70_000) + "\"",
                "1".repeat(1_100),
                "NaN",
                "");
        var instead = Arbitraries.frequencyOf(Tuple.of(4, json), Tuple.of(1, Arbitraries.strings()));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 20),
                        instead)
                .as(Damage::new);
    }

    byte[] bytes(byte[] content) {
        int from = place % content.length;
        int to = Math.min(content.length, from + length);
        var result = new byte[content.length - (to - from) + instead.getBytes(UTF_8).length];
        System.arraycopy(content, 0, result, 0, from);
        System.arraycopy(instead.getBytes(UTF_8), 0, result, from, instead.getBytes(UTF_8).length);
        System.arraycopy(content, to, result, from + instead.getBytes(UTF_8).length, content.length - to);
        return result;
    }

    byte[] member(byte[] content) {
        var text = new String(content, UTF_8);
        var values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return content;
        }
        var hit = values.get(place % values.size());
        return (text.substring(0, hit.start()) + instead + text.substring(hit.end())).getBytes(UTF_8);
    }

    void header(Map<String, String> headers) {
        List<String> names = new ArrayList<>(headers.keySet());
        var name = names.get(place % names.size());
        if (length == 0) {
            headers.remove(name);
        } else {
            headers.put(name, instead);
        }
    }
}
