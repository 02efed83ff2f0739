package io.koobridge.simulator.signing;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of RFC 3986 for the canonical request. Decoded text is kept as bytes, one per Latin-1 character: bytes that are no
 * UTF-8 survive, and comparing characters compares code points of what was encoded.
 */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Undoes {@code %XX} and leaves everything else, also {@code +}, as it is. */
    static String decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder decoded = new StringBuilder(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%' && i + 2 < raw.length && digit(raw[i + 1]) >= 0 && digit(raw[i + 2]) >= 0) {
                decoded.append((char) ((digit(raw[i + 1]) << 4) | digit(raw[i + 2])));
                i += 2;
            } else {
                decoded.append((char) (raw[i] & 0xff));
            }
        }
        return decoded.toString();
    }

    static String encode(String decoded) {
        StringBuilder encoded = new StringBuilder(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (unreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean unreserved(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0;
    }

    private static int digit(byte b) {
        return Character.digit((char) (b & 0xff), 16);
    }
}
