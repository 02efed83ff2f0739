package io.koobridge.benchmark.load.suite;

import io.koobridge.benchmark.load.target.Reading;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One repetition.
 *
 * @param used processor time of each process, until provisioning rested
 * @param residentKib of each process
 */
record SuiteRun(Reading reading, Map<String, Duration> used, Map<String, Long> residentKib) {

    private static final double MEBI = 1024;

    double microsecondsPerCall(String process) {
        return Objects.requireNonNull(used.get(process)).toNanos()
                / 1e3
                / reading.outcome().right();
    }

    double mebibytes(String process) {
        return Objects.requireNonNull(residentKib.get(process)) / MEBI;
    }
}
