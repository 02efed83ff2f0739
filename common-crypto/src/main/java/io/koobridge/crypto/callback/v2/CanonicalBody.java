package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The canonical form of a V2 body (saas-v2 §7.4, P2): top-level members sorted ascending by UTF-16 code unit, top-level nulls dropped,
 * nested values in their order and numbers in their spelling, compact, UTF-8 without escapes that JSON does not demand.
 */
final class CanonicalBody {

    // Names come from strangers: a symbol table would only remember them, and it gives up when they collide on purpose.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private CanonicalBody() {}

    /**
     * Empty when there is no such form: not one JSON object in well-formed UTF-8, a member name that repeats at any depth, a lone surrogate,
     * or more depth or digits than Jackson reads.
     */
    static Optional<byte[]> of(byte[] body) {
        try {
            // Decoded here and not by Jackson, which would also guess UTF-16 and let odd byte sequences pass.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
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
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
            generator.writeStartObject();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    generator.writeName(name);
                    copyValue(parser, generator);
                    generator.flush();
                    // What precedes a name is the object's brace or the comma after the last member.
                    members.put(name, written.getBuffer().substring(1));
                    written.getBuffer().setLength(0);
                }
            }
        }
        return members;
    }

    private static void copyValue(JsonParser parser, JsonGenerator generator) {
        int depth = 0;
        do {
            JsonToken token = depth == 0 ? parser.currentToken() : parser.nextToken();
            if (token.isNumeric()) {
                generator.writeNumber(parser.getString());
            } else {
                generator.copyCurrentEvent(parser);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0);
    }

    private static byte[] join(SortedMap<String, String> members) throws CharacterCodingException {
        String joined = "{" + String.join(",", members.values()) + "}";
        ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(joined));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
