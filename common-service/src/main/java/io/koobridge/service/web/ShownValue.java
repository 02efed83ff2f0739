package io.koobridge.service.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The beginning of a record's value. Facts hold personal data only sealed, so that what is readable here may be shown.
 *
 * @param encoding {@code text} or {@code hex}
 * @param cut whether there is more
 */
record ShownValue(String encoding, String content, boolean cut) {

    static final int TEXT_AT_MOST = 4_096;
    static final int HEX_AT_MOST = 512;

    static ShownValue of(byte[] value) {
        // A character that the cut divides makes the text end earlier, not become hexadecimal.
        for (int length = Math.min(value.length, TEXT_AT_MOST);
                length >= Math.min(value.length, TEXT_AT_MOST - 3);
                length--) {
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value, 0, length))
                        .toString();
                if (text.chars().noneMatch(ShownValue::isControl)) {
                    return new ShownValue("text", text, length < value.length);
                }
            } catch (CharacterCodingException notText) {
                // Tried again with less, or shown as what it is.
            }
        }
        var bytes = Arrays.copyOf(value, Math.min(value.length, HEX_AT_MOST));
        return new ShownValue("hex", HexFormat.of().formatHex(bytes), bytes.length < value.length);
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
