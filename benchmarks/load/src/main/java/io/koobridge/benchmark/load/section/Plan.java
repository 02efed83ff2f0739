package io.koobridge.benchmark.load.section;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param repetitions of each measurement, one target after the other, so that a slow minute of the machine hits all of them
 * @param run how long one of them is
 * @param warmUp how long a process is loaded before its first measurement counts
 * @param quick asks only whether everything works, by a tenth of the load: no number of it means anything
 */
public record Plan(int repetitions, Duration run, Duration warmUp, boolean quick) {

    /** The same with runs of twice the length: for what rests on the slowest few calls. */
    public Plan twiceAsLong() {
        return new Plan(repetitions, run.multipliedBy(2), warmUp, quick);
    }

    /** What is worth writing down. */
    public static Plan whole(int repetitions, Duration run) {
        return new Plan(repetitions, run, Duration.ofSeconds(20), false);
    }

    public static Plan trial() {
        return new Plan(1, Duration.ofMillis(500), Duration.ofSeconds(1), true);
    }
}
