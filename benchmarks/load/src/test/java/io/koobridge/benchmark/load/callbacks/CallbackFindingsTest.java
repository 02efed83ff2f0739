package io.koobridge.benchmark.load.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.benchmark.load.callbacks.CallbackFindings.Compared;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class CallbackFindingsTest {

    private static final int CALLS = 1_000;
    private static final Expectation ANY = new Expectation("000004", true);
    private static final Target GATEWAY = new Target("gateway", "gateway", 1, ANY, List.of("broker"));
    private static final Target BARE = new Target("bare-endpoint", "bare endpoint", 2, ANY, List.of());
    private static final Target FULL =
            new Target("gateway", "full stack", 4, ANY, List.of("provisioning", "broker", "store"));
    private static final Target PEER = new Target("synchronous-peer", "synchronous peer", 3, ANY, List.of("store"));

    /** What one target is like, whatever the load. */
    private record Like(double microseconds, Duration run, double milliseconds, long questions) {}

    private static final Like BARE_LIKE = new Like(100, Duration.ofMillis(100), 1, 0);
    private static final Like PEER_LIKE = new Like(400, Duration.ofSeconds(1), 40, 0);
    private static final Like GOOD = new Like(200, Duration.ofMillis(200), 20, CALLS);

    @Test
    void aGatewayWithinAllLimitsMeetsAllBars() {
        assertThat(verdicts(findings(GOOD, 300))).containsOnly(Verdict.MET).hasSize(7);
    }

    @Test
    void eachBarIsMissedByWhatItIsAbout() {
        assertThat(verdicts(findings(new Like(251, Duration.ofMillis(251), 25.5, CALLS), 401)))
                .containsExactly(
                        Verdict.MISSED,
                        Verdict.MISSED,
                        Verdict.MISSED,
                        Verdict.MET,
                        Verdict.MISSED,
                        Verdict.MET,
                        Verdict.MISSED);
        assertThat(verdicts(findings(new Like(200, Duration.ofMillis(600), 152, CALLS), 300)))
                .containsExactly(
                        Verdict.MET,
                        Verdict.MET,
                        Verdict.MISSED,
                        Verdict.MISSED,
                        Verdict.MISSED,
                        Verdict.MISSED,
                        Verdict.MET);
    }

    @Test
    void aGatewayThatDidNotAskIsNotJudgedByWhatItCost() {
        var results = findings(new Like(50, Duration.ofMillis(200), 20, CALLS / 2), 300);

        assertThat(verdicts(results).subList(0, 4)).containsOnly(Verdict.OPEN);
        assertThat(results.bars().getFirst().measured()).contains("only 50 % of the calls asked provisioning");
    }

    @Test
    void everyTargetHasItsRowsAndEveryHelperItsCost() {
        var tables = findings(GOOD, 300).tables();

        assertThat(tables.getFirst().rows())
                .extracting(List::getFirst)
                .containsExactly(
                        "gateway",
                        "broker, for the gateway",
                        "load process, for the gateway",
                        "bare endpoint",
                        "load process, for the bare endpoint",
                        "synchronous peer",
                        "store, for the synchronous peer",
                        "load process, for the synchronous peer",
                        "gateway, for the full stack",
                        "provisioning, for the full stack",
                        "broker, for the full stack",
                        "store, for the full stack",
                        "load process, for the full stack");
        assertThat(tables.get(2).rows()).hasSize(12).extracting(List::getFirst).contains("gateway, 500 calls/s");
    }

    private static List<Verdict> verdicts(Results results) {
        return results.bars().stream().map(bar -> bar.verdict()).toList();
    }

    private static Results findings(Like gateway, long mebibytes) {
        var readings = new ArrayList<Reading>();
        for (var load : CallbackSection.LOADS) {
            Map.of(GATEWAY, gateway, BARE, BARE_LIKE, PEER, PEER_LIKE, FULL, GOOD)
                    .forEach((target, like) -> {
                        var histogram = new Histogram(3);
                        histogram.recordValueWithCount((long) (like.milliseconds() * 1e6), CALLS);
                        var time = Duration.ofNanos((long) (like.microseconds() * 1e3 * CALLS));
                        readings.add(new Reading(
                                target,
                                load,
                                new Outcome(histogram, CALLS, 0, List.of(), like.run()),
                                Map.of(
                                        target.process(),
                                        time,
                                        "provisioning",
                                        time,
                                        "broker",
                                        time,
                                        "store",
                                        time,
                                        Driver.LOAD,
                                        time),
                                like.questions(),
                                mebibytes * 1024));
                    });
        }
        return new CallbackFindings(new Compared(GATEWAY, BARE, PEER, FULL), new Readings(readings)).results();
    }
}
