package io.koobridge.simulator.scim;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way in which the directory fails.
 *
 * @param calls how many it concerns; null: all until it is cleared
 * @param methods of HTTP; null: all
 * @param status of {@code DOWN}
 * @param retryAfterSeconds of {@code DOWN} and {@code THROTTLED}
 * @param perSecond of {@code RATE_LIMIT}: more requests than that get 429
 * @param millis of {@code SLOW}
 */
public record ScimFault(
        Kind kind,
        @Nullable Integer calls,
        @Nullable List<String> methods,
        @Nullable Integer status,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer perSecond,
        @Nullable Integer millis) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int MOST_CALLS = 100_000;
    private static final int LONGEST_RETRY = 3_600;
    private static final int MOST_PER_SECOND = 10_000;
    private static final int LONGEST_DELAY = 120_000;

    public enum Kind {
        /** A bare status, nothing done. */
        DOWN,
        /** The connection is closed without an answer, nothing done. */
        CUT,
        /** 429. */
        THROTTLED,
        /** 429 for what is more than so much a second. */
        RATE_LIMIT,
        /** Done, and answered late. */
        SLOW,
        /** Done, and answered by 500. */
        APPLIED_THEN_500,
        /** Done, and the connection is closed without an answer. */
        APPLIED_THEN_CUT
    }

    public ScimFault {
        if (kind == null) {
            throw new IllegalArgumentException("kind must be one of " + List.of(Kind.values()));
        }
        between("calls", calls, 1, MOST_CALLS);
        between("status", status, 500, 599);
        between("retryAfterSeconds", retryAfterSeconds, 0, LONGEST_RETRY);
        between("perSecond", perSecond, 1, MOST_PER_SECOND);
        between("millis", millis, 1, LONGEST_DELAY);
        methods = methods == null
                ? null
                : methods.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
        if (methods != null && !METHODS.containsAll(methods)) {
            throw new IllegalArgumentException(
                    "methods must be of " + METHODS.stream().sorted().toList());
        }
    }

    private static void between(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
        }
    }

    boolean concerns(String method) {
        return methods == null || methods.contains(method);
    }

    int statusOrDefault() {
        return Objects.requireNonNullElse(status, 503);
    }

    int delay() {
        return Objects.requireNonNullElse(millis, 2_000);
    }

    int rate() {
        return Objects.requireNonNullElse(perSecond, 10);
    }

    ScimFault left(int fewer) {
        return new ScimFault(kind, fewer, methods, status, retryAfterSeconds, perSecond, millis);
    }
}
