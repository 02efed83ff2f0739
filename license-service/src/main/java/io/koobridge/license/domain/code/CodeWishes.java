package io.koobridge.license.domain.code;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Unchanged;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the seller's software wishes of a code. Pure: the time is told. */
public final class CodeWishes {

    private CodeWishes() {}

    /**
     * It shall be in use.
     *
     * @param effectiveAt from when it counts; absent: from its activation
     */
    public static Outcome<AuthorizationCode> activate(
            @Nullable AuthorizationCode current, String code, @Nullable Instant effectiveAt, Instant now) {
        var known = known(current, code);
        return known.released() || !known.activation().heeds(effectiveAt, now)
                ? new Unchanged<>()
                : new Applied<>(known.withActivation(known.activation().wished(effectiveAt, now)));
    }

    /**
     * It is used today: what the marketplace says of it must be known from today. One wish a day, so that whoever asks at
     * every click of a user does not have the marketplace asked at each.
     */
    public static Outcome<AuthorizationCode> check(@Nullable AuthorizationCode current, String code, Instant now) {
        var known = known(current, code);
        if (known.released() || Standing.seenToday(known, now)) {
            return new Unchanged<>();
        }
        var due = known.queryAt();
        boolean wished = due != null && Days.of(due).equals(Days.of(now)) && known.equals(current);
        return wished ? new Unchanged<>() : new Applied<>(known.withQueryAt(now));
    }

    /**
     * Somebody uses it. Of a code that was activated without us the marketplace is asked first.
     *
     * @param pause until it is reported, so that one report tells of many
     */
    public static Outcome<AuthorizationCode> use(
            @Nullable AuthorizationCode current, String code, Usage.Entry entry, Due pause) {
        var known = known(current, code);
        if (known.released() || known.usage().knows(entry) || known.usage().full(entry)) {
            return new Unchanged<>();
        }
        var next = known.withUsage(known.usage().with(entry, pause.now(), pause.at()));
        return new Applied<>(
                next.inUse() || next.queryAt() != null || Standing.seenToday(next, pause.now())
                        ? next
                        : next.withQueryAt(pause.now()));
    }

    /** When something is reported: after the pause, and on the day on which it was told, for a report has no date (license §5.5). */
    public record Due(Instant now, Duration pause) {

        /** So long before midnight in Beijing, for calls take time. */
        static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(5);

        public Instant at() {
            var paused = now.plus(pause);
            var last = Days.end(now).minus(BEFORE_MIDNIGHT);
            return !paused.isAfter(last) ? paused : last.isAfter(now) ? last : now;
        }
    }

    /** Whether another client of the day is one too many. */
    public static boolean full(@Nullable AuthorizationCode current, Usage.Entry entry) {
        return current != null && current.usage().full(entry);
    }

    private static AuthorizationCode known(@Nullable AuthorizationCode current, String code) {
        return (current == null ? AuthorizationCode.UNSEEN : current).named(code);
    }
}
