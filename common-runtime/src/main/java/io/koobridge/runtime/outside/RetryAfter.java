package io.koobridge.runtime.outside;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long another side wants to be left alone, as HTTP's {@code Retry-After} tells it: seconds, or a date (RFC 9110 §10.2.3). */
public final class RetryAfter {

    /** Longer is not believed. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private RetryAfter() {}

    /** From no time to an hour; nothing when it says nothing that can be read. */
    public static @Nullable Duration of(@Nullable String header, Instant now) {
        var text = header == null ? "" : header.strip();
        if (SECONDS.matcher(text).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return text.isEmpty()
                    ? null
                    : bounded(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from)));
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
