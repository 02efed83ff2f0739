package io.koobridge.gateway.dialect.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code yyyyMMddHHmmss} as the tables have it, or with milliseconds as every printed example has it;
 * in UTC where nothing else was agreed (saas-v2 §5.1, saas-v1 §10 A7).
 */
public final class ExpireTime {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{14}([0-9]{3})?");
    private static final int WITHOUT_MILLIS = 14;

    /** Strict: the 30th of February is a mistake of somebody's, not the 2nd of March. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private ExpireTime() {}

    /** In UTC. */
    public static Optional<Instant> read(String text) {
        return read(text, ZoneOffset.UTC);
    }

    /** In a zone; in a gap of its clocks, what they show after it. */
    public static Optional<Instant> read(String text, ZoneId zone) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var digits = text.length() == WITHOUT_MILLIS ? text + "000" : text;
            return Optional.of(LocalDateTime.parse(digits, FORM).atZone(zone).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
