package io.koobridge.gateway.dialect.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times of a licence, printed as {@code 2023-10-27 10:30:15 z}: a date, a time and a word for UTC, or nothing (license §3.5). ISO-8601 is taken too,
 * as are the digits of every other interface.
 */
public final class LicenseTime {

    private static final Pattern FORM = Pattern.compile("""
            (?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt]| {1,4})\
            (?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?) {0,4}\
            ([Zz]|[Uu][Tt][Cc]|(?<offset>[+-][0-9]{2}:?[0-9]{2}))?""");

    private LicenseTime() {}

    /** Empty for what is no time that exists. */
    public static Optional<Instant> read(String text) {
        var form = FORM.matcher(text.strip());
        try {
            return form.matches() ? Optional.of(instant(form)) : ExpireTime.read(text.strip());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher form) {
        return LocalDate.parse(form.group("date"))
                .atTime(LocalTime.parse(form.group("time")))
                .toInstant(offset(form.group("offset")));
    }

    private static ZoneOffset offset(@Nullable String offset) {
        return offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }
}
