package io.koobridge.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.BitSet;
import java.util.Locale;

/**
 * Makes a request target one that {@link java.net.URI} takes, without changing what is legal in it: whatever is not is percent-encoded, which
 * a tolerant decoder undoes. Without this a nonce with a {@code |} in it would be answered 400 before anybody of ours sees it.
 */
final class TargetMender {

    private static final BitSet LEGAL = new BitSet();

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?"
                .chars()
                .forEach(LEGAL::set);
    }

    private TargetMender() {}

    static String mend(String target) {
        var origin = origin(target);
        var mended = new StringBuilder(origin.length());
        for (int i = 0; i < origin.length(); i++) {
            char character = origin.charAt(i);
            if (LEGAL.get(character) || isEncoded(origin, i)) {
                mended.append(character);
            } else {
                encode(character, mended);
            }
        }
        return mended.toString();
    }

    /** A proxy may have been given the absolute form (RFC 9112 §3.2.2); which host it names is not our business. */
    private static String origin(String target) {
        var lowerCase = target.substring(0, Math.min(target.length(), 8)).toLowerCase(Locale.ROOT);
        if (!lowerCase.startsWith("http://") && !lowerCase.startsWith("https://")) {
            return target;
        }
        int path = target.indexOf('/', target.indexOf("//") + 2);
        return path < 0 ? "/" : target.substring(path);
    }

    private static boolean isEncoded(String target, int at) {
        return target.charAt(at) == '%'
                && at + 2 < target.length()
                && Character.digit(target.charAt(at + 1), 16) >= 0
                && Character.digit(target.charAt(at + 2), 16) >= 0;
    }

    /** The codec hands over one character for each byte that came. */
    private static void encode(char character, StringBuilder mended) {
        if (character <= 0xff) {
            mended.append("%%%02X".formatted((int) character));
        } else {
            for (byte part : String.valueOf(character).getBytes(UTF_8)) {
                mended.append("%%%02X".formatted(part & 0xff));
            }
        }
    }
}
