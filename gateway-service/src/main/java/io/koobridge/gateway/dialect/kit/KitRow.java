package io.koobridge.gateway.dialect.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.instance.OrderKey;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Members of one row, as far as they can be read: cut where they are beyond all measure, and without halves of characters. Remembers those that could not be taken as
 * they came, so that a person hears of them (design §6).
 */
final class KitRow {

    /** Far above every length that the protocol states. */
    private static final int LONGEST = 1_024;

    private final JsonNode row;
    private final JsonNode extension;
    private final TreeSet<String> unread = new TreeSet<>();

    /** @param extension where members may stand as well; a missing node when there is none */
    KitRow(JsonNode row, JsonNode extension) {
        this.row = row;
        this.extension = extension;
    }

    /** A text, number or boolean; absent when there is none, or only blanks. */
    @Nullable String text(String name) {
        return text(row, name, LONGEST);
    }

    /** As {@link #text}, from the extension when the row itself says nothing. */
    @Nullable String either(String name) {
        var value = text(name);
        return value == null ? text(extension, name, LONGEST) : value;
    }

    /** What another row may be called. One that is too long names nobody, which is not the same as naming none. */
    @Nullable String code(String name) {
        return text(row, name, OrderKey.LONGEST);
    }

    /** Says that a member that is there is none that the protocol knows. */
    <T> @Nullable T known(String name, @Nullable T value, Predicate<T> knows) {
        if (value != null && !knows.test(value)) {
            remark(name);
        }
        return value;
    }

    /** Of any kind; what is no value as JSON. A remark is made of {@code name}. */
    String shown(String name, JsonNode value) {
        return cut(name, value.isValueNode() ? value.asString("") : value.toString(), LONGEST);
    }

    /** Half a character becomes a question mark, for no record can have it. */
    String cut(String name, String text, int longest) {
        var some = text.length() <= longest ? text : text.substring(0, longest);
        var cut = new String(some.getBytes(UTF_8), UTF_8);
        if (!cut.equals(text)) {
            remark(name);
        }
        return cut;
    }

    void remark(String name) {
        unread.add(name);
    }

    /** Names of members. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    private @Nullable String text(JsonNode members, String name, int longest) {
        var member = members.path(name);
        if (!member.isString() && !member.isNumber() && !member.isBoolean()) {
            if (member.isContainer()) {
                remark(name);
            }
            return null;
        }
        var text = member.asString();
        return text.isBlank() ? null : cut(name, text, longest);
    }
}
