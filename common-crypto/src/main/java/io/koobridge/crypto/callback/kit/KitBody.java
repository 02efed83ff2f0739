package io.koobridge.crypto.callback.kit;

import io.koobridge.crypto.callback.CompactJson;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A kit body as its caller may have written it before signing (tenant-sync §3.1): one object, compact, top-level members ascending by UTF-16 code unit, of
 * a name that repeats the last one, without a byte order mark. Every form is empty when the body is not one object in well-formed UTF-8, has a lone surrogate, is deeper than {@value #DEEPEST} or
 * has an object with more than {@value #MOST_MEMBERS} members: what sorts a stranger's body must not cost more than the body did.
 */
final class KitBody {

    /** The protocol's deepest is four: list, user, extension, value. */
    private static final int DEEPEST = 32;

    /** An account of the protocol has some fifteen. */
    private static final int MOST_MEMBERS = 1_000;

    private static final JsonStringEncoder STRINGS = JsonStringEncoder.getInstance();

    private final JsonParser parser;
    private final Supplier<Map<String, String>> inner;
    private final StringBuilder out = new StringBuilder();

    private KitBody(JsonParser parser, Supplier<Map<String, String>> inner) {
        this.parser = parser;
        this.inner = inner;
    }

    /** Without top-level nulls; members within in their order. */
    static Optional<byte[]> sorted(byte[] body) {
        return written(body, LinkedHashMap::new, false);
    }

    /** Without top-level nulls; members sorted at every depth. */
    static Optional<byte[]> sortedThroughout(byte[] body) {
        return written(body, TreeMap::new, false);
    }

    /** With top-level nulls; members within in their order. */
    static Optional<byte[]> sortedWithNulls(byte[] body) {
        return written(body, LinkedHashMap::new, true);
    }

    private static Optional<byte[]> written(byte[] body, Supplier<Map<String, String>> inner, boolean withNulls) {
        try (JsonParser parser = CompactJson.lenient()
                .createParser(ObjectReadContext.empty(), CompactJson.text(CompactJson.withoutMark(body)))) {
            var form = new KitBody(parser, inner);
            return parser.nextToken() == JsonToken.START_OBJECT
                            && form.writeTop(withNulls)
                            && parser.nextToken() == null
                    ? Optional.of(CompactJson.bytes(form.out))
                    : Optional.empty();
        } catch (CharacterCodingException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private boolean writeTop(boolean withNulls) {
        var members = new TreeMap<String, String>();
        if (!read(members, 1)) {
            return false;
        }
        if (!withNulls) {
            members.values().removeIf("null"::equals);
        }
        write(members);
        return true;
    }

    /** False when there is too much of it. */
    private boolean read(Map<String, String> members, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int before = out.length();
            parser.nextToken();
            if (!writeValue(depth) || members.size() == MOST_MEMBERS) {
                return false;
            }
            members.put(name, out.substring(before));
            out.setLength(before);
        }
        return true;
    }

    private void write(Map<String, String> members) {
        out.append('{');
        members.forEach((name, value) -> {
            separate('{');
            writeString(name);
            out.append(':').append(value);
        });
        out.append('}');
    }

    private boolean writeValue(int depth) {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            return depth < DEEPEST && (token == JsonToken.START_ARRAY ? writeArray(depth + 1) : writeObject(depth + 1));
        }
        if (token == JsonToken.VALUE_STRING) {
            writeString(parser.getString());
        } else {
            // A number as it is spelled, or one of JSON's three words.
            out.append(parser.getString());
        }
        return true;
    }

    private boolean writeObject(int depth) {
        Map<String, String> members = inner.get();
        if (!read(members, depth)) {
            return false;
        }
        write(members);
        return true;
    }

    private boolean writeArray(int depth) {
        out.append('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            separate('[');
            if (!writeValue(depth)) {
                return false;
            }
        }
        out.append(']');
        return true;
    }

    private void separate(char opening) {
        if (out.charAt(out.length() - 1) != opening) {
            out.append(',');
        }
    }

    private void writeString(String text) {
        out.append('"');
        STRINGS.quoteAsString(text, out);
        out.append('"');
    }
}
