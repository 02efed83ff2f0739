package io.koobridge.simulator.applying;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How an application writes its times: one form is printed, the others are those that a robust seller reads as well (license §3.5). */
public enum TimeForm {
    DOCUMENTED("uuuu-MM-dd HH:mm:ss 'z'"),
    UPPER_CASE("uuuu-MM-dd HH:mm:ss 'Z'"),
    UTC("uuuu-MM-dd HH:mm:ss 'UTC'"),
    WITHOUT_BLANK("uuuu-MM-dd HH:mm:ss'z'"),
    WITHOUT_ZONE("uuuu-MM-dd HH:mm:ss"),
    ISO("uuuu-MM-dd'T'HH:mm:ss'Z'"),
    /** No time at all: must be refused. */
    NONSENSE("'the day after 'uuuu");

    private final DateTimeFormatter form;

    TimeForm(String pattern) {
        this.form = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    public String written(Instant instant) {
        return form.format(instant);
    }
}
