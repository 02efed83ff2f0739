package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.generator.Outcome;
import java.time.Duration;
import java.util.Map;

/**
 * One run of one target.
 *
 * @param processorTime of each process that belongs to it, by name
 * @param questions that the measured process asked the stub behind it
 * @param residentKib of the measured process, right after the last answer
 */
public record Reading(
        Target target,
        Load load,
        Outcome outcome,
        Map<String, Duration> processorTime,
        long questions,
        long residentKib) {

    public Reading {
        processorTime = Map.copyOf(processorTime);
    }

    /**
     * What a call cost this process.
     *
     * @throws IllegalArgumentException for a process that does not belong to the target
     */
    public double microsecondsPerCall(String process) {
        Duration time = processorTime.get(process);
        if (time == null) {
            throw new IllegalArgumentException("nothing is known of " + process);
        }
        return time.toNanos() / 1e3 / outcome.right();
    }

    /** How many of its calls asked the stub: with an open breaker none do, and each is cheaper than it should be. */
    public double askingShare() {
        return (double) questions / outcome.right();
    }

    /** Of the measured process alone. */
    public double microsecondsPerCall() {
        return microsecondsPerCall(target.process());
    }
}
