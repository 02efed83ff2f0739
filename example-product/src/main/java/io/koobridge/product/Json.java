package io.koobridge.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Just enough JSON that this example needs no library. Yours has one: use it, and skip this file. */
final class Json {

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?");
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Objects become maps, lists lists, numbers {@link BigDecimal}s. Throws IllegalArgumentException for anything else. */
    static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value(0);
        if (json.next() != '\0') {
            throw json.broken();
        }
        return value;
    }

    static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> members -> {
                var parts = new ArrayList<String>();
                members.forEach((name, member) -> parts.add(quoted(String.valueOf(name)) + ":" + write(member)));
                yield "{" + String.join(",", parts) + "}";
            }
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> quoted(value.toString());
        };
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        at++;
        if (taken('}')) {
            return members;
        }
        do {
            if (next() != '"') {
                throw broken();
            }
            var name = string();
            if (!taken(':')) {
                throw broken();
            }
            members.put(name, value(depth + 1));
        } while (taken(','));
        if (!taken('}')) {
            throw broken();
        }
        return members;
    }

    private List<@Nullable Object> list(int depth) {
        var elements = new ArrayList<@Nullable Object>();
        at++;
        if (taken(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (taken(','));
        if (!taken(']')) {
            throw broken();
        }
        return elements;
    }

    private String string() {
        var result = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"') {
                at++;
                return result.toString();
            }
            result.append(each == '\\' ? escaped() : each);
        }
        throw broken();
    }

    private char escaped() {
        at++;
        char each = at < text.length() ? text.charAt(at) : '\0';
        return switch (each) {
            case '"', '\\', '/' -> each;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken();
        };
    }

    private char unicode() {
        if (at + 4 >= text.length() || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            throw broken();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }

    private BigDecimal number() {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw broken();
        }
        at = matcher.end();
        return new BigDecimal(matcher.group());
    }

    private @Nullable Boolean word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private boolean taken(char expected) {
        boolean there = next() == expected;
        at += there ? 1 : 0;
        return there;
    }

    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("no JSON at character " + at);
    }

    private static String quoted(String text) {
        var result = new StringBuilder("\"");
        text.chars().forEach(each -> {
            if (each == '"' || each == '\\') {
                result.append('\\').append((char) each);
            } else if (each < ' ' || each > '~') {
                result.append("\\u%04x".formatted(each));
            } else {
                result.append((char) each);
            }
        });
        return result.append('"').toString();
    }
}
