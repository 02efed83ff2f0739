package io.koobridge.gateway.fuzz;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A second reading of the times in license §3.5, piece by piece. */
final class LicenseTimes {

    private LicenseTimes() {}

    static Optional<Instant> of(String said) {
        var text = said.strip();
        try {
            if (text.matches("[0-9]{14}|[0-9]{17}")) {
                int millis = text.length() == 14 ? 0 : Integer.parseInt(text.substring(14));
                return Optional.of(time(text, millis * 1_000_000).toInstant(ZoneOffset.UTC));
            }
            if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt]| +)[0-9]{2}:[0-9]{2}:[0-9]{2}.*")) {
                return Optional.empty();
            }
            var date = text.substring(0, 10);
            var rest = text.substring(10).replaceFirst("[Tt]| +", "");
            if (text.length() - 10 - rest.length() > 4) {
                return Optional.empty();
            }
            var time = time(date.replace("-", "") + rest.substring(0, 8).replace(":", ""), 0);
            return ended(time, rest.substring(8));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ended(LocalDateTime time, String rest) {
        int digits = 1;
        while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
            digits++;
        }
        boolean hasFraction = rest.startsWith(".");
        if (hasFraction && (digits == 1 || digits > 10)) {
            return Optional.empty();
        }
        var exact = hasFraction
                ? time.plusNanos(Long.parseLong((rest.substring(1, digits) + "000000000").substring(0, 9)))
                : time;
        var zone = hasFraction ? rest.substring(digits) : rest;
        if (zone.length() - zone.stripLeading().length() > 4) {
            return Optional.empty();
        }
        return switch (zone.replaceFirst("^ +", "").toLowerCase(java.util.Locale.ROOT)) {
            case "", "z", "utc" -> Optional.of(exact.toInstant(ZoneOffset.UTC));
            case String other
            when other.matches("[+-][0-9]{2}:?[0-9]{2}") -> Optional.of(exact.toInstant(ZoneOffset.of(other)));
            default -> Optional.empty();
        };
    }

    private static LocalDateTime time(String digits, int nanos) {
        return LocalDateTime.of(
                part(digits, 0, 4),
                part(digits, 4, 6),
                part(digits, 6, 8),
                part(digits, 8, 10),
                part(digits, 10, 12),
                part(digits, 12, 14),
                nanos);
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
