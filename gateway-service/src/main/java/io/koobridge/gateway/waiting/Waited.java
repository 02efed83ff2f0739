package io.koobridge.gateway.waiting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a buyer has looked at the page, as the page itself counts in its own query. It decides about nothing but words and patience. */
record Waited(int seconds) {

    static final String PARAMETER = "waited";

    private static final Pattern QUERY = Pattern.compile(PARAMETER + "=(\\d{1,5})");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;

    /** Two minutes until the longest. */
    private static final int SECONDS_FOR_ONE_MORE = 15;

    static Waited of(@Nullable String rawQuery) {
        var query = QUERY.matcher(rawQuery == null ? "" : rawQuery);
        return new Waited(query.matches() ? Integer.parseInt(query.group(1)) : 0);
    }

    /** Until the page looks again, in seconds. */
    int delay() {
        return Math.min(LONGEST, SHORTEST + seconds / SECONDS_FOR_ONE_MORE);
    }

    /** When it looks again. The largest that is read stays the largest. */
    Waited next() {
        return new Waited(Math.min(99_999, seconds + delay()));
    }
}
