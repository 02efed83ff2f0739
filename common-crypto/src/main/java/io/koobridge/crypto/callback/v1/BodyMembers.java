package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The top-level members of a body as the texts that are signed (saas-v1 §7.2): strings unescaped, numbers and booleans in their spelling,
 * null as an empty text. For arrays and objects no text is documented; theirs is compact JSON.
 */
final class BodyMembers {

    // Names come from strangers: a symbol table would only remember them, and it gives up when they collide on purpose.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private BodyMembers() {}

    /**
     * In their order, also those whose name repeats. Empty when the body is not one JSON object in well-formed UTF-8, has a lone surrogate,
     * or more depth or digits than Jackson reads, or more than {@value Parameter#MOST} members.
     */
    static Optional<List<Parameter>> of(byte[] body) {
        try {
            // Decoded here and not by Jackson, which would also guess UTF-16 and let odd byte sequences pass.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                List<Parameter> members = members(parser);
                boolean whole = members.size() <= Parameter.MOST && parser.nextToken() == null;
                return whole && members.stream().allMatch(BodyMembers::isWellFormed)
                        ? Optional.of(members)
                        : Optional.empty();
            }
        } catch (CharacterCodingException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Consumes the object's end, or stops with one more than there may be. */
    private static List<Parameter> members(JsonParser parser) {
        var members = new ArrayList<Parameter>();
        while (members.size() <= Parameter.MOST && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            String text =
                    token == JsonToken.VALUE_NULL ? "" : token.isStructStart() ? compact(parser) : parser.getString();
            members.add(new Parameter(name, text));
        }
        return members;
    }

    private static String compact(JsonParser parser) {
        var written = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
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
        return written.toString();
    }

    /** A lone surrogate becomes "?" in UTF-8: two bodies would share one token. */
    private static boolean isWellFormed(Parameter member) {
        return UTF_8.newEncoder().canEncode(member.name() + member.value());
    }
}
