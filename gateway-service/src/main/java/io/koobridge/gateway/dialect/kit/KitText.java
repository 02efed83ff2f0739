package io.koobridge.gateway.dialect.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.instance.OrderKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts of rows, as far as they can be read: cut where they are beyond all measure, and without halves of characters. */
final class KitText {

    /** Far above every length that the protocol states. */
    private static final int LONGEST = 1_024;

    private KitText() {}

    /** A text, number or boolean; absent when there is none, or only blanks. */
    static @Nullable String of(JsonNode row, String name) {
        var member = row.path(name);
        if (!member.isString() && !member.isNumber() && !member.isBoolean()) {
            return null;
        }
        var text = member.asString();
        return text.isBlank() ? null : cut(text, LONGEST);
    }

    /** What another row may be called. One that is too long names nobody, which is not the same as naming none. */
    static @Nullable String code(JsonNode row, String name) {
        var code = of(row, name);
        return code == null ? null : cut(code, OrderKey.LONGEST);
    }

    /** Of any kind; what is no value as JSON. */
    static String shown(JsonNode value) {
        return cut(value.isValueNode() ? value.asString("") : value.toString(), LONGEST);
    }

    /** Half a character becomes a question mark, for no record can have it. */
    static String cut(String text, int longest) {
        var cut = text.length() <= longest ? text : text.substring(0, longest);
        return new String(cut.getBytes(UTF_8), UTF_8);
    }
}
