package io.koobridge.events.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent that somebody else wrote. Each complaint names the attribute. */
record Attributes(Function<String, @Nullable String> byName) {

    static final String SPECVERSION = "1.0";

    private static final int LONGEST_TRACEPARENT = 256;

    String required(String name) {
        var value = byName.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("attribute %s is missing".formatted(name));
        }
        return value;
    }

    Instant time(String name) {
        var value = required(name);
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("attribute %s is not an RFC 3339 time: %s".formatted(name, value), e);
        }
    }

    int number(String name) {
        var value = required(name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("attribute %s is not a number: %s".formatted(name, value), e);
        }
    }

    /** Only informs: a broken one is left out, for no event is lost for its trace. */
    @Nullable String traceparent() {
        var value = byName.apply("traceparent");
        return value == null || value.isBlank() || value.length() > LONGEST_TRACEPARENT ? null : value;
    }
}
