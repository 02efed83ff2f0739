package io.koobridge.gateway.dialect.kit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * {@code timeStamp} and {@code currentSyncTime}: {@code yyyyMMddHHmmssSSS} of GMT+8 (tenant-sync §4.1). The documents also show fifteen digits (§3.2), so of the fraction
 * any digits may be missing.
 */
final class KitTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withResolverStyle(ResolverStyle.STRICT);
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final int DIGITS_OF_SECONDS = 14;
    private static final int DIGITS = 17;

    private KitTime() {}

    /** Empty for everything else and for what is older than any computer's time, which is no mistake: whatever came under it is the newest (tenant-sync §10.8). */
    static Optional<Instant> read(String text) {
        if (text.length() < DIGITS_OF_SECONDS || text.length() > DIGITS) {
            return Optional.empty();
        }
        var whole = text + "0".repeat(DIGITS - text.length());
        try {
            return Optional.of(LocalDateTime.parse(whole, FORM).toInstant(ZONE))
                    .filter(time -> time.isAfter(Instant.EPOCH));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}
