package io.koobridge.simulator.market;

import java.util.Locale;

/** A subscription period: {@code periodType} and {@code periodNumber} of an order line. */
public record Period(Unit unit, int number) {
    public enum Unit {
        YEAR,
        MONTH,
        DAY;

        /** The marketplace's spelling, lower case. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Unit of(String written) {
            for (Unit unit : values()) {
                if (unit.written().equals(written)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("periodType must be year, month or day");
        }
    }

    public Period {
        if (number < 1 || number > 1000) {
            throw new IllegalArgumentException("periodNumber must be from 1 to 1000");
        }
    }

    java.time.Period length() {
        return switch (unit) {
            case YEAR -> java.time.Period.ofYears(number);
            case MONTH -> java.time.Period.ofMonths(number);
            case DAY -> java.time.Period.ofDays(number);
        };
    }
}
