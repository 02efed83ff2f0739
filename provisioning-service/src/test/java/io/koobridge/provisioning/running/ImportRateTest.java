package io.koobridge.provisioning.running;

import static io.koobridge.provisioning.running.Rows.imported;
import static io.koobridge.provisioning.running.Rows.results;
import static io.koobridge.provisioning.running.Rows.row;
import static io.koobridge.provisioning.running.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.testkit.FakeServer;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seller's customers come along while somebody waits for it: ten thousand in a minute where the machine does nothing else, a tenth otherwise. */
class ImportRateTest {

    private static final int CUSTOMERS = Boolean.getBoolean("koobridge.full") ? 10_000 : 1_000;
    private static final int AT_ONCE = 500;
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    /** Told beside the rate: whoever reads it has to know what else the machine did. */
    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    @Tag("promise:imported-once")
    @Test
    void everybodyIsImportedInAMinuteAndASecondRunChangesNothing() {
        try (var marketplace = new FakeServer(Marketplace::order);
                var service = new RunningProvisioning(
                        marketplace.url(),
                        Map.of("koobridge.provisioner.template.front-end-url", "https://app.example.com/"))) {
            var first = System.nanoTime();
            assertThat(everybody(service)).isEqualTo(Map.of("created", CUSTOMERS));
            var second = System.nanoTime();
            assertThat(everybody(service)).isEqualTo(Map.of("unchanged", CUSTOMERS));
            var end = System.nanoTime();

            var measured =
                    "%,d customers imported in %d s, %d a second, and again in %d s, %d a second; load average %.1f on %d processors"
                            .formatted(
                                    CUSTOMERS,
                                    TimeUnit.NANOSECONDS.toSeconds(second - first),
                                    perSecond(second - first),
                                    TimeUnit.NANOSECONDS.toSeconds(end - second),
                                    perSecond(end - second),
                                    MACHINE.getSystemLoadAverage(),
                                    MACHINE.getAvailableProcessors());
            System.out.println(measured);
            assertThat(Duration.ofNanos(second - first)).as(measured).isLessThan(A_MINUTE);
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

    private static long perSecond(long nanos) {
        return CUSTOMERS * 1_000_000_000L / nanos;
    }
}
