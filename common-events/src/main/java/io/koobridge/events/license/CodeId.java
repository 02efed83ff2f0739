package io.koobridge.events.license;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.instance.OrderKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Codes are the buyers' secrets: whoever has one uses what it paid for. So a code has a name by which logs, metrics, findings, the journal and the
 * ledger call it, and which whoever has the code can make: {@code printf %s CODE | sha256sum}, the first 32 digits.
 */
public final class CodeId {

    private static final String PREFIX = "code-";
    private static final int DIGITS = 32;

    private CodeId() {}

    /** The name of a code. */
    public static String of(String code) {
        return PREFIX + digest(code, DIGITS);
    }

    /** Whether a text that others sent can be a code: opaque, 1 to 64 characters on one line (license §4). */
    public static boolean fits(String text) {
        return OrderKey.fits(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /** The first so many hexadecimal digits of the SHA-256 of a text; 1 to 64. */
    public static String digest(String text, int digits) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha256).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
