package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.callback.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * What the text of {@code timestamp} means. The unit follows from the number of digits, because the marketplace's editions contradict each
 * other (saas-v2 §7.7); every example has milliseconds.
 */
final class Timestamp {

    private static final int DIGITS_OF_SECONDS = 10;
    private static final int DIGITS_OF_MILLISECONDS = 13;
    private static final int DIFFERENCE = DIGITS_OF_MILLISECONDS - DIGITS_OF_SECONDS;

    /** The oldest V2 signature in any documentation is of 2022 (saas-v2 §3.1). */
    private static final Instant FIRST_V2_CALL = Instant.parse("2022-01-01T00:00:00Z");

    private Timestamp() {}

    static Optional<Rejection> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Rejection.TIMESTAMP_MISSING);
        }
        if (!isDecimal(text)) {
            return Optional.of(Rejection.TIMESTAMP_NOT_A_NUMBER);
        }
        boolean known = text.length() == DIGITS_OF_SECONDS || text.length() == DIGITS_OF_MILLISECONDS;
        return known ? Optional.empty() : Optional.of(Rejection.TIMESTAMP_LENGTH);
    }

    static Instant instant(String text) {
        long value = Long.parseLong(text);
        return text.length() == DIGITS_OF_SECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    }

    /**
     * Whether this nonce and time stamp in seconds may be an old call's, cut differently. The formula joins the two without a separator, so
     * that nonce {@code N} at {@code 1771777622400} ms has the signature of nonce {@code N177} at {@code 1777622400} s, ten weeks later. Such
     * a call is refused; time stamps in milliseconds, which is what the marketplace sends, never are.
     */
    static boolean mayHideAnOlderOne(String nonce, String text, Instant now) {
        if (text.length() != DIGITS_OF_SECONDS || nonce.length() <= DIFFERENCE) {
            return false;
        }
        String endOfNonce = nonce.substring(nonce.length() - DIFFERENCE);
        if (!isDecimal(endOfNonce)) {
            return false;
        }
        Instant older = instant(endOfNonce + text);
        return older.isAfter(FIRST_V2_CALL) && older.isBefore(now);
    }

    private static boolean isDecimal(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
