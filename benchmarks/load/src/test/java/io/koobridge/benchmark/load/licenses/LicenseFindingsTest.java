package io.koobridge.benchmark.load.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.licenses.LicenseFindings.Compared;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LicenseFindingsTest {

    private static final int CALLS = 1_000;
    private static final Target APPLICATIONS = target("getLicenseAsync");
    private static final Target PURCHASES = target("newInstance of V2");

    @Test
    void bothBarsAreMetWithinTheirLimits() {
        assertThat(findings(24, Duration.ofSeconds(10)).bars())
                .containsExactly(
                        new Bar(
                                "p99 of `getLicenseAsync` at 500 calls/s, while a licence takes 30 s, ≤ 25 ms",
                                "24.0 ms",
                                Verdict.MET),
                        new Bar("licences issued and uploaded ≥ 100/s", "100/s", Verdict.MET));
    }

    @Test
    void eachBarIsMissedByWhatItIsAbout() {
        assertThat(verdicts(findings(26, Duration.ofSeconds(10)))).containsExactly(Verdict.MISSED, Verdict.MET);
        assertThat(verdicts(findings(24, Duration.ofSeconds(11)))).containsExactly(Verdict.MET, Verdict.MISSED);
    }

    @Test
    void theCallsStandBesideOneAnotherAndEveryProcessHasItsCost() {
        var tables = findings(24, Duration.ofSeconds(10)).tables();

        assertThat(tables.getFirst().rows())
                .extracting(List::getFirst)
                .containsExactly(
                        "getLicenseAsync, 100 calls/s",
                        "newInstance of V2, 100 calls/s",
                        "times as long, 100 calls/s",
                        "getLicenseAsync, 500 calls/s",
                        "newInstance of V2, 500 calls/s",
                        "times as long, 500 calls/s");
        assertThat(tables.getFirst().rows().getLast()).contains("2.00");
        assertThat(tables.getLast().rows())
                .contains(List.of("licences each second", "100 (100 … 100)"))
                .contains(List.of("CPU of license, ms", "4.00 (4.00 … 4.00)"));
    }

    @Test
    void quickRefusalsAreNotJudged() {
        var results = findings(readings(1, CALLS / 2), Duration.ofSeconds(1));

        assertThat(results.bars().getFirst().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(results.bars().getFirst().measured()).contains("only 50 % of the applications were accepted");
    }

    /** Purchases are answered in 12 ms. */
    private static Results findings(long milliseconds, Duration drained) {
        return findings(readings(milliseconds, CALLS), drained);
    }

    private static Results findings(List<Reading> answered, Duration drained) {
        return new LicenseFindings(
                        new Compared(APPLICATIONS, PURCHASES),
                        new Readings(answered),
                        List.of(new Drained(reading(APPLICATIONS, LicenseSection.DRAINED, 1, CALLS), drained)))
                .results();
    }

    /** The same at both rates. */
    private static List<Reading> readings(long applications, long accepted) {
        return LicenseSection.LOADS.stream()
                .flatMap(load ->
                        Stream.of(reading(APPLICATIONS, load, applications, accepted), reading(PURCHASES, load, 12, 0)))
                .toList();
    }

    private static List<Verdict> verdicts(Results results) {
        return results.bars().stream().map(Bar::verdict).toList();
    }

    private static Reading reading(Target target, Load load, long milliseconds, long accepted) {
        var latencies = new Histogram(5);
        latencies.recordValueWithCount(milliseconds * 1_000_000, CALLS);
        return new Reading(
                target,
                load,
                new Outcome(latencies, CALLS, 0, List.of(), Duration.ofSeconds(2)),
                Map.of(
                        "gateway",
                        Duration.ofSeconds(1),
                        "license",
                        Duration.ofSeconds(4),
                        "broker",
                        Duration.ofSeconds(1),
                        "store",
                        Duration.ofSeconds(2),
                        Driver.LOAD,
                        Duration.ofSeconds(1)),
                accepted,
                1);
    }

    private static Target target(String label) {
        return new Target("gateway", label, 1, new Expectation("000004", true), List.of());
    }
}
