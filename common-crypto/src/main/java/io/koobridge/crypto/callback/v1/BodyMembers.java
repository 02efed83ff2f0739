package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.CompactJson;
import java.io.StringWriter;
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

/**
 * The top-level members of a body as the texts that are signed (saas-v1 §7.2): strings unescaped, numbers and booleans in their spelling,
 * null as an empty text. For arrays and objects no text is documented; theirs is compact JSON.
 */
final class BodyMembers {

    private BodyMembers() {}

    /**
     * In their order, also those whose name repeats. Empty when the body is not one JSON object in well-formed UTF-8, has a lone surrogate,
     * or more depth or digits than Jackson reads, or more than {@value Parameter#MOST} members.
     */
    static Optional<List<Parameter>> of(byte[] body) {
        try {
            try (JsonParser parser =
                    CompactJson.lenient().createParser(ObjectReadContext.empty(), CompactJson.text(body))) {
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
        try (JsonGenerator generator = CompactJson.lenient().createGenerator(ObjectWriteContext.empty(), written)) {
            CompactJson.copyValue(parser, generator);
        }
        return written.toString();
    }

    /** A lone surrogate becomes "?" in UTF-8: two bodies would share one token. */
    private static boolean isWellFormed(Parameter member) {
        return UTF_8.newEncoder().canEncode(member.name() + member.value());
    }
}
