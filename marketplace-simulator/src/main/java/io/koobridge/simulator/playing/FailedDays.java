package io.koobridge.simulator.playing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row on which no replay passed whole; days without one neither count nor interrupt. Five freeze trading (saas-v2 §10).
 *
 * @param day the newest day with a replay
 * @param before failed days in a row before that day
 */
record FailedDays(@Nullable LocalDate day, int before, boolean passedToday) {
    private static final int TOLERATED = 4;
    static final FailedDays NONE = new FailedDays(null, 0, true);

    FailedDays replayed(LocalDate today, boolean passed) {
        return today.equals(day)
                ? new FailedDays(day, before, passedToday || passed)
                : new FailedDays(today, inARow(), passed);
    }

    int inARow() {
        return passedToday ? 0 : before + 1;
    }

    boolean frozen() {
        return inARow() > TOLERATED;
    }
}
