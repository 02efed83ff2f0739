package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.stack.process.ProcessSpec;
import java.util.List;
import java.util.Map;

/** The ceiling: WebFlux with metrics, and nothing to do. */
public record BareEndpoint(int port) {

    private static final String NAME = "bare-endpoint";

    public Target target() {
        return new Target(NAME, "bare endpoint", port, new Expectation("000004", false), List.of());
    }

    public ProcessSpec process(Processes processes) {
        return processes.application(
                NAME,
                "benchmarks/" + NAME,
                Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "127.0.0.1"),
                List.of(port));
    }
}
