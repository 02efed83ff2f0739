package io.koobridge.simulator.market;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How the marketplace writes and counts time: written in UTC, counted in days of UTC+8 (saas-v2 §5.1, usage-and-open-api §10.12). */
public final class MarketTime {
    public static final ZoneOffset HOME = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern DIGITS = Pattern.compile("\\d{14}(\\d{3})?");

    private MarketTime() {}

    public static String written(Instant instant) {
        return SECONDS.format(instant);
    }

    /** With 14 digits, as the tables say, or with 17, as every printed example has them. */
    public static String written(Instant instant, int digits) {
        return digits == 17 ? SECONDS.format(instant) + "000" : SECONDS.format(instant);
    }

    /** Reads 14 or 17 digits; the milliseconds are dropped. */
    public static Instant read(String name, String digits) {
        if (DIGITS.matcher(digits).matches()) {
            try {
                return LocalDateTime.parse(digits.substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException notATime) {
                // Falls through to the same message as a wrong length.
            }
        }
        throw new IllegalArgumentException(name + " must be a UTC time of 14 or 17 digits, yyyyMMddHHmmss[SSS]");
    }

    /** The day at home. */
    public static LocalDate day(Instant instant) {
        return instant.atOffset(HOME).toLocalDate();
    }

    /** The last second of the day on which, at home, the period after {@code start} ends. */
    public static Instant endOfDay(Instant start, Period period) {
        return start.atOffset(HOME)
                .toLocalDate()
                .plus(period.length())
                .atTime(LocalTime.of(23, 59, 59))
                .toInstant(HOME);
    }
}
