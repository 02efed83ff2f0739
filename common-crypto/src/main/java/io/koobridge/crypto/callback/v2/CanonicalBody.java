package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.callback.CompactJson;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/**
 * The canonical form of a V2 body (saas-v2 §7.4, P2): top-level members sorted ascending by UTF-16 code unit, top-level nulls dropped,
 * nested values in their order and numbers in their spelling, compact, UTF-8 without escapes that JSON does not demand.
 */
final class CanonicalBody {

    private CanonicalBody() {}

    /**
     * Empty when there is no such form: not one JSON object in well-formed UTF-8, a member name that repeats at any depth, a lone surrogate,
     * or more depth or digits than Jackson reads.
     */
    static Optional<byte[]> of(byte[] body) {
        try {
            try (JsonParser parser =
                    CompactJson.strict().createParser(ObjectReadContext.empty(), CompactJson.text(body))) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                SortedMap<String, String> members = members(parser);
                boolean alone = parser.nextToken() == null;
                return alone ? Optional.of(join(members)) : Optional.empty();
            }
        } catch (CharacterCodingException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Name → {@code "name":value}, compact; consumes the object's end. */
    private static SortedMap<String, String> members(JsonParser parser) {
        var members = new TreeMap<String, String>();
        var written = new StringWriter();
        try (JsonGenerator generator = CompactJson.strict().createGenerator(ObjectWriteContext.empty(), written)) {
            generator.writeStartObject();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    generator.writeName(name);
                    CompactJson.copyValue(parser, generator);
                    generator.flush();
                    // What precedes a name is the object's brace or the comma after the last member.
                    members.put(name, written.getBuffer().substring(1));
                    written.getBuffer().setLength(0);
                }
            }
        }
        return members;
    }

    private static byte[] join(SortedMap<String, String> members) throws CharacterCodingException {
        return CompactJson.bytes("{" + String.join(",", members.values()) + "}");
    }
}
