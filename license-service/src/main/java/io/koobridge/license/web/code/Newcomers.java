package io.koobridge.license.web.code;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many codes that were never seen may be asked about: each leaves a document for ever, and a key that got into wrong hands must not fill the store. Of
 * this process; codes that are known cost nothing.
 */
final class Newcomers {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource clock;
    private Instant begin = Instant.MIN;
    private int counted;

    Newcomers(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether there is room for one more in this minute. */
    synchronized boolean admit() {
        var now = clock.instant();
        if (begin.equals(Instant.MIN) || !begin.plus(WINDOW).isAfter(now)) {
            begin = now;
            counted = 0;
        }
        counted++;
        return counted <= most;
    }
}
