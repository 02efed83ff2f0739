package io.koobridge.system.walls;

import java.util.List;
import java.util.NoSuchElementException;

/** Every module that has classes. Whoever adds one says here what it may know. */
final class Rooms {

    /** It has tests only, which know whom they like. */
    static final String TESTS = "system-tests";

    static final List<Room> ALL = List.of(
            Room.of("common-crypto", "crypto"),
            Room.of("common-events", "events"),
            Room.of("common-runtime", "runtime", "crypto", "events"),
            Room.of("common-service", "service", "crypto", "events", "runtime"),
            Room.of("common-testkit", "testkit"),
            Room.of("gateway-service", "gateway", "crypto", "events", "runtime"),
            Room.of("provisioning-service", "provisioning", "crypto", "events", "runtime", "service"),
            Room.of("license-service", "license", "crypto", "events", "runtime", "service"),
            Room.of("tenant-sync-service", "tenant", "crypto", "events", "runtime", "service"),
            Room.of("marketplace-simulator", "simulator"),
            // What sellers copy: it knows nothing of ours.
            Room.of("example-product", "product"),
            Room.of("license-verifier", "verifier"),
            Room.of("cli", "cli", "crypto", "verifier"),
            // For the sealing keysets that it makes at the first start; and to check licences as a seller's product
            // does.
            Room.of("local-stack", "stack", "crypto", "verifier"),
            // The baselines are what anybody would write without us.
            Room.of("benchmarks/bare-endpoint", "benchmark.bare"),
            Room.of("benchmarks/synchronous-peer", "benchmark.peer"),
            Room.of("benchmarks/micro", "benchmark.micro", "crypto", "events", "gateway", "provisioning", "runtime"),
            Room.of("benchmarks/load", "benchmark.load", "crypto", "events", "stack"));

    private Rooms() {}

    static Room of(String module) {
        return ALL.stream()
                .filter(room -> room.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(module));
    }
}
