package io.koobridge.license.domain.code;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The marketplace's days: what shall be done once a day is done once a day in Beijing. */
public final class Days {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Days() {}

    public static LocalDate of(Instant time) {
        return LocalDate.ofInstant(time, BEIJING);
    }

    /** When the next day begins. */
    static Instant end(Instant time) {
        return of(time).plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}
