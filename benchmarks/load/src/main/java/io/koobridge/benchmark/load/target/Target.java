package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.generator.Expectation;
import java.util.List;

/**
 * One thing that takes calls.
 *
 * @param process the name of the process that is measured
 * @param label what tables call it
 * @param helpers names of other processes that work for its answers; told for information
 */
public record Target(String process, String label, int port, Expectation expectation, List<String> helpers) {

    public Target {
        helpers = List.copyOf(helpers);
    }
}
