package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.BusinessClock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the ids that the marketplace makes. Thread-safe when its random source is. */
public final class Ids {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final DateTimeFormatter ORDER_TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmm").withZone(ZoneOffset.ofHours(8));

    private final RandomGenerator random;
    private final BusinessClock clock;

    public Ids(RandomGenerator random, BusinessClock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Shaped as in the documentation: {@code CS}, the time in UTC+8, letters and digits. */
    public String orderId() {
        return "CS" + ORDER_TIME.format(clock.now()) + text(8);
    }

    String businessId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    String nonce() {
        return text(16);
    }

    /** As long as in the kit's examples. */
    public String kitNonce() {
        return text(32);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }
}
