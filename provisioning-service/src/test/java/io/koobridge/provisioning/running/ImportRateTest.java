package io.koobridge.provisioning.running;

import static io.koobridge.provisioning.running.Rows.imported;
import static io.koobridge.provisioning.running.Rows.results;
import static io.koobridge.provisioning.running.Rows.row;
import static io.koobridge.provisioning.running.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.provisioning.FakeServer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A seller's ten thousand customers come along while somebody waits for it. */
class ImportRateTest {

    private static final int CUSTOMERS = 10_000;
    private static final int AT_ONCE = 500;

    /** Service, broker and store of this JVM at work. */
    private static final int OWN_LOAD = 4;

    @Tag("promise:imported-once")
    @Test
    void tenThousandCustomersAreImportedInAMinuteAndASecondRunChangesNothing(TestReporter reporter) {
        try (var marketplace = new FakeServer(Marketplace::order);
                var service = new RunningProvisioning(
                        marketplace.url(),
                        Map.of("koobridge.provisioner.template.front-end-url", "https://app.example.com/"))) {
            var first = System.nanoTime();
            assertThat(everybody(service)).isEqualTo(Map.of("created", CUSTOMERS));
            var second = System.nanoTime();
            assertThat(everybody(service)).isEqualTo(Map.of("unchanged", CUSTOMERS));
            var end = System.nanoTime();

            reporter.publishEntry(Map.of(
                    "first run, instances a second", perSecond(second - first),
                    "second run, instances a second", perSecond(end - second)));
            assertThat(Duration.ofNanos(second - first)).isLessThan(aMinute());
        }
    }

    private static Map<String, Integer> everybody(RunningProvisioning service) {
        var counted = new HashMap<String, Integer>();
        for (int i = 0; i < CUSTOMERS; i += AT_ONCE) {
            results(imported(service, false, customers(i))).forEach(each -> counted.merge(each, 1, Integer::sum));
        }
        return counted;
    }

    private static List<Map<String, String>> customers(int first) {
        return IntStream.range(first, first + AT_ONCE)
                .mapToObj(i -> with(row("customer-" + i, "CS-" + i), "email", "c" + i + "@example.com"))
                .toList();
    }

    private static String perSecond(long nanos) {
        return Long.toString(CUSTOMERS * 1_000_000_000L / nanos);
    }

    /** On a machine of its own; where others crowd the processors it is so much longer, for nothing else can be measured. */
    private static Duration aMinute() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var others = system.getSystemLoadAverage() - OWN_LOAD;
        return Duration.ofSeconds(Math.round(60 * Math.max(1, others / system.getAvailableProcessors())));
    }
}
