package io.koobridge.stack.process;

import java.time.Duration;

/**
 * How long to wait before a dead child is started again: at once the first time, then longer and longer while it goes on
 * dying young.
 */
record Backoff(int deaths) {

    static final Backoff NONE = new Backoff(0);

    private static final Duration YOUNG = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(200);

    /** After a death at this age. */
    Backoff after(Duration age) {
        return age.compareTo(YOUNG) < 0 ? new Backoff(deaths + 1) : new Backoff(1);
    }

    Duration delay() {
        Duration delay = SHORTEST;
        for (int i = 1; i < deaths && delay.compareTo(LONGEST) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
