package io.koobridge.stack.store;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of an index's fields as one text: other values, another text; and the text of the first ones is how the text of all begins. The stock indexes have
 * lists of values as keys, which their maps can compare only by serializing both, some twenty times for each look.
 */
final class KeyText {

    private static final char END = '\0';
    private static final String ESCAPED = "\0\1";
    private static final String ENDED = "\0\0";

    private KeyText() {}

    /** @param values as the stock indexes normalize them: an absent one is null, every number that can be one is a double */
    static String of(Stream<? extends @Nullable Object> values) {
        return values.map(KeyText::of).collect(Collectors.joining());
    }

    private static String of(@Nullable Object value) {
        var text =
                switch (value) {
                    case null -> "-";
                    case String known -> "s" + known;
                    case Double number -> "n" + number;
                    case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
                    default -> value.getClass().getSimpleName() + ' ' + value;
                };
        return (text.indexOf(END) < 0 ? text : text.replace(String.valueOf(END), ESCAPED)) + ENDED;
    }
}
