package io.koobridge.stack;

import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.Supervisor;
import io.koobridge.stack.suite.ExampleProduct;
import io.koobridge.stack.suite.Infrastructure;
import io.koobridge.stack.suite.Installation;
import io.koobridge.stack.suite.Programs;
import io.koobridge.stack.suite.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A suite with an empty home, free ports, the example product, and a marketplace that lives fast. */
final class FreshSuite {

    private static final String MARKETPLACE_SPEED = "160";

    /** Long enough for a product that answers at once on two busy cores; in one chapter everybody waits for its end. */
    private static final String V1_HOLD = "5s";

    /**
     * Hours are too long to be waited for; at the marketplace's speed they would be 80 s. Whoever has rested is found by the sweep, some
     * seconds later, so that the marketplace does not call again meanwhile.
     */
    private static final String ORDERS_GRACE = "1s";

    private static final String ORDERS_CHECK_INTERVAL = "2s";

    private static final String USES_REPORTED_AFTER = "0s";

    /** Real time, and nobody knows KooGallery's. Still shorter, it would be often enough for the gateway to leave alone a service that is away. */
    private static final String POLL_INTERVAL = "1s";

    private FreshSuite() {}

    static RunningSuite start(Programs programs, Path home, Settings settings, Progress progress) {
        var lock = HomeLock.take(home);
        Supervisor.endLeftOvers(home, progress);
        empty(home);
        return RunningSuite.start(
                lock, Installation.of(programs, home, settings.with(decided(settings)), true), progress);
    }

    /**
     * The example product is part of it, and the marketplace's time runs faster: what it repeats hourly comes after 22.5 s.
     * Signatures, time-outs and everything of ours keep the real clock (design §9).
     */
    private static Map<String, String> decided(Settings settings) {
        var decided = new HashMap<>(ExampleProduct.at(FreePort.next()));
        decided.put("KOOBRIDGE_TIME_ORIGIN", Instant.now().toString());
        decided.put("KOOBRIDGE_TIME_SPEED", MARKETPLACE_SPEED);
        decided.put(Services.V1_HOLD, V1_HOLD);
        decided.put(Services.ORDERS_GRACE, ORDERS_GRACE);
        decided.put(Services.ORDERS_CHECK_INTERVAL, ORDERS_CHECK_INTERVAL);
        decided.put(Services.REPORT_AFTER, USES_REPORTED_AFTER);
        if (!settings.isSet(Infrastructure.POLL_INTERVAL)) {
            decided.put(Infrastructure.POLL_INTERVAL, POLL_INTERVAL);
        }
        return decided;
    }

    /** All but the lock, which we hold. */
    private static void empty(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            var old = files.filter(file ->
                            !file.equals(home) && !file.getFileName().toString().equals("lock"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StackFailure("The directory " + home + " cannot be emptied: " + e.getMessage(), e);
        }
    }
}
