package io.koobridge.crypto.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON as callers sign it: compact, numbers in their spelling, UTF-8 without escapes that JSON does not demand. Bodies come from strangers, so that
 * nothing here remembers anything of them.
 */
public final class CompactJson {

    private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(UTF_8);

    // A symbol table would only remember their names, and it gives up when they collide on purpose.
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final JsonFactory STRICT = LENIENT.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CompactJson() {}

    /** In which a name that repeats within an object is an error. */
    public static JsonFactory strict() {
        return STRICT;
    }

    /** In which names may repeat. */
    public static JsonFactory lenient() {
        return LENIENT;
    }

    /**
     * The text of a body.
     *
     * @throws CharacterCodingException when it is not well-formed UTF-8; Jackson would also guess UTF-16 and let odd byte sequences pass
     */
    public static String text(byte[] body) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** The body without a byte order mark in front, which some writers put there and no JSON has. */
    public static byte[] withoutMark(byte[] body) {
        return Arrays.mismatch(body, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
                ? Arrays.copyOfRange(body, BYTE_ORDER_MARK.length, body.length)
                : body;
    }

    /**
     * The bytes of a text.
     *
     * @throws CharacterCodingException when there is a lone surrogate, which would become "?": two texts would share one signature
     */
    public static byte[] bytes(CharSequence text) throws CharacterCodingException {
        ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /** Copies the value that begins at the parser's token, to its end. */
    public static void copyValue(JsonParser parser, JsonGenerator generator) {
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
}
