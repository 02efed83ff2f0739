package io.koobridge.simulator.market;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the marketplace writes and counts time: written in UTC, counted in days of UTC+8 (saas-v2 §5.1, usage-and-open-api §10.12). */
public final class MarketTime {
    static final ZoneOffset HOME = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private MarketTime() {}

    public static String written(Instant instant) {
        return SECONDS.format(instant);
    }

    /** The last second of the day on which, at home, the period after {@code start} ends. */
    static Instant endOfDay(Instant start, Period period) {
        return start.atOffset(HOME)
                .toLocalDate()
                .plus(period.length())
                .atTime(LocalTime.of(23, 59, 59))
                .toInstant(HOME);
    }
}
