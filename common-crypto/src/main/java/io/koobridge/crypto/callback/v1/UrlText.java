package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * URL-decoding that never guesses. {@link java.net.URLDecoder} puts a replacement character where bytes are not UTF-8, so that different
 * queries would mean the same.
 */
final class UrlText {

    private static final int ESCAPE = "%XX".length();

    private UrlText() {}

    /** As {@link #percentDecoded}, but a plus is a space. */
    static Optional<String> formDecoded(String raw) {
        return percentDecoded(raw.replace('+', ' '));
    }

    /** Empty for a percent sign without two hexadecimal digits, bytes that are not UTF-8, or a lone surrogate. */
    static Optional<String> percentDecoded(String raw) {
        // Most names and values are; what follows costs ten times as much.
        if (isPlain(raw)) {
            return Optional.of(raw);
        }
        try {
            ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
            return unescape(encoded)
                    ? Optional.of(UTF_8.newDecoder().decode(encoded).toString())
                    : Optional.empty();
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** Nothing but ASCII, and nothing encoded. */
    private static boolean isPlain(String raw) {
        for (int at = 0; at < raw.length(); at++) {
            char each = raw.charAt(at);
            if (each == '%' || each > '\u007f') {
                return false;
            }
        }
        return true;
    }

    /** In place, for the result is never longer. */
    private static boolean unescape(ByteBuffer bytes) {
        int to = 0;
        for (int at = 0; at < bytes.limit(); at++) {
            byte each = bytes.get(at);
            if (each == '%') {
                if (at + ESCAPE > bytes.limit() || !isHex(bytes.get(at + 1)) || !isHex(bytes.get(at + 2))) {
                    return false;
                }
                each = (byte)
                        (HexFormat.fromHexDigit(bytes.get(at + 1)) << 4 | HexFormat.fromHexDigit(bytes.get(at + 2)));
                at += ESCAPE - 1;
            }
            bytes.put(to++, each);
        }
        bytes.limit(to);
        return true;
    }

    private static boolean isHex(byte character) {
        return HexFormat.isHexDigit(character);
    }
}
