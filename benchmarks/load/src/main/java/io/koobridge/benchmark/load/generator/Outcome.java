package io.koobridge.benchmark.load.generator;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a run saw.
 *
 * @param latencies in nanoseconds, of right answers, from the intended start
 * @param inTime right answers before its end: throughput counts no others
 * @param wrong answers that were not as expected, and calls that got none
 * @param examples the first few of what was wrong
 * @param duration of the run, without the wait for the last answers
 */
public record Outcome(Histogram latencies, long inTime, long wrong, List<String> examples, Duration duration) {

    /** Right answers, those after the end included. */
    public long right() {
        return latencies.getTotalCount();
    }

    public double perSecond() {
        return inTime * 1e9 / duration.toNanos();
    }

    /**
     * A latency that only as many calls as this leaves exceeded.
     *
     * @param percentile as in 99.9
     */
    public double milliseconds(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
