package io.koobridge.gateway.fuzz;

import java.util.Locale;

/** Compact JSON with no more escapes than it demands (saas-v2 §7.4). */
final class TreeWriter {

    private TreeWriter() {}

    static String write(Tree tree) {
        var written = new StringBuilder();
        write(tree, written);
        return written.toString();
    }

    /** Without streams, whose frames would be too many for the depth that some mutations have. */
    private static void write(Tree tree, StringBuilder written) {
        switch (tree) {
            case Tree.Obj(var members) -> {
                var before = "{";
                for (var member : members) {
                    written.append(before).append(quoted(member.name())).append(':');
                    write(member.value(), written);
                    before = ",";
                }
                written.append(members.isEmpty() ? "{}" : "}");
            }
            case Tree.Arr(var items) -> {
                var before = "[";
                for (var item : items) {
                    written.append(before);
                    write(item, written);
                    before = ",";
                }
                written.append(items.isEmpty() ? "[]" : "]");
            }
            case Tree.Text(var value) -> written.append(quoted(value));
            case Tree.Raw(var token) -> written.append(token);
        }
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            quoted.append(escaped(text.charAt(i), isHalf(text, i)));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char character, boolean half) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' ' || half
                        ? "\\u" + "%04x".formatted((int) character).toUpperCase(Locale.ROOT)
                        : String.valueOf(character);
        };
    }

    /** UTF-8 has no bytes for a lone surrogate. */
    private static boolean isHalf(String text, int at) {
        char character = text.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(character) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
