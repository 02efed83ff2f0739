package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.ProcessSpec;
import java.util.List;
import java.util.Map;

/** What sellers write instead: a controller that verifies, writes the order to the store and answers. */
public record SynchronousPeer(int port, int storePort) {

    private static final String NAME = "synchronous-peer";

    public Target target() {
        return new Target(NAME, "synchronous peer", port, new Expectation("000004", true), List.of(Processes.STORE));
    }

    public ProcessSpec process(Processes processes, AccessKey key) {
        return processes.application(
                NAME,
                "benchmarks/" + NAME,
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "PEER_ACCESSKEY",
                        key.secret(),
                        "SPRING_MONGODB_URI",
                        "mongodb://127.0.0.1:" + storePort + "/peer"),
                List.of(port));
    }
}
