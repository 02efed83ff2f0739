package io.koobridge.gateway.dialect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.CompactJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as KooGallery has it: strict in what it reads, ASCII in what it writes (saas-v2 §4.2, §7.4). */
public final class CallJson {

    // Names come from strangers: a symbol table would only remember them, and it gives up when they collide on purpose.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final JsonMapper LAST_WINS =
            JSON.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** For texts within a body, which the documentation prints as no JSON reader takes them. */
    private static final JsonMapper LENIENT = LAST_WINS
            .rebuild()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private CallJson() {}

    /** Empty unless the bytes are one object in well-formed UTF-8 in which no name repeats. */
    public static Optional<JsonNode> read(byte[] body) {
        return read(JSON, body);
    }

    /** Empty unless the bytes are one object in well-formed UTF-8; of a name that repeats the last one counts, and a byte order mark does not. */
    public static Optional<JsonNode> readLastWins(byte[] body) {
        return read(LAST_WINS, CompactJson.withoutMark(body));
    }

    private static Optional<JsonNode> read(JsonMapper reader, byte[] body) {
        try {
            // Decoded here and not by Jackson, which would also guess UTF-16: what was verified is what is read.
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return read(reader, text).filter(JsonNode::isObject);
        } catch (CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty unless the text is one value in which no name repeats. */
    public static Optional<JsonNode> read(String text) {
        return read(JSON, text);
    }

    private static Optional<JsonNode> read(JsonMapper reader, String text) {
        try {
            return Optional.of(reader.readTree(text));
        } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
            // The last two for numbers with an exponent beyond all measure.
            return Optional.empty();
        }
    }

    /** The same of a text in which names may repeat, have no quotation marks or single ones; of a name that repeats the last one counts. */
    public static Optional<JsonNode> readLenient(String text) {
        return read(LENIENT, text);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static byte[] write(ObjectNode object) {
        return JSON.writeValueAsBytes(object);
    }
}
