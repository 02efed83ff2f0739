package io.koobridge.crypto.callback.v1;

import io.koobridge.crypto.callback.Rejection;
import java.util.Optional;

/**
 * The text of {@code timeStamp}. By the book it is {@code yyyyMMddHHmmssSSS}, but an example has 15 digits, and the kit's is in another time
 * zone: it is part of the HMAC's key and of no decision (saas-v1 §10 A3, A20).
 */
final class TimeStamp {

    private static final int FEWEST_DIGITS = 14;
    private static final int MOST_DIGITS = 20;

    private TimeStamp() {}

    static Optional<Rejection> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Rejection.TIME_STAMP_MISSING);
        }
        boolean digits = text.chars().allMatch(character -> character >= '0' && character <= '9');
        return digits && text.length() >= FEWEST_DIGITS && text.length() <= MOST_DIGITS
                ? Optional.empty()
                : Optional.of(Rejection.TIME_STAMP_MALFORMED);
    }
}
