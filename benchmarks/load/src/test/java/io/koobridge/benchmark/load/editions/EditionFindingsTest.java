package io.koobridge.benchmark.load.editions;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.benchmark.load.editions.EditionRig.Pair;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class EditionFindingsTest {

    private static final int CALLS = 1_000;
    private static final Pair PURCHASE =
            new Pair("newInstance", target("newInstance of V1"), target("newInstance of V2"));
    private static final Pair RENEWAL =
            new Pair("refreshInstance", target("refreshInstance of V1"), target("refreshInstance of V2"));

    @Test
    void v1MayCostAThirdMoreThanV2AndNoMore() {
        var results = findings(129, 131, CALLS);

        assertThat(results.bars())
                .extracting(Bar::verdict)
                .containsExactly(Verdict.MET, Verdict.MET, Verdict.MISSED, Verdict.MISSED);
        assertThat(results.bars().getFirst())
                .isEqualTo(new Bar("CPU per `newInstance` of V1 at 1000 calls/s ≤ 1.3 × V2's", "1.29 ×", Verdict.MET));
    }

    @Test
    void aGatewayThatDidNotAskIsNotJudged() {
        var results = findings(100, 100, CALLS / 2);

        assertThat(results.bars()).extracting(Bar::verdict).containsOnly(Verdict.OPEN);
        assertThat(results.bars().getFirst().measured()).contains("only 50 % of the calls asked provisioning");
    }

    @Test
    void eachCallHasARowInEitherEdition() {
        assertThat(findings(100, 100, CALLS).tables()).allSatisfy(table -> assertThat(table.rows())
                .extracting(List::getFirst)
                .containsExactly(
                        "newInstance of V2", "newInstance of V1", "refreshInstance of V2", "refreshInstance of V1"));
    }

    /** Each in microseconds; V2 takes 100. */
    private static Results findings(double purchaseOfV1, double renewalOfV1, long questions) {
        var readings = new ArrayList<Reading>();
        for (var load : EditionSection.LOADS) {
            Map.of(PURCHASE.v1(), purchaseOfV1, PURCHASE.v2(), 100.0, RENEWAL.v1(), renewalOfV1, RENEWAL.v2(), 100.0)
                    .forEach((target, microseconds) -> readings.add(new Reading(
                            target,
                            load,
                            new Outcome(answered(), CALLS, 0, List.of(), Duration.ofSeconds(1)),
                            Map.of("gateway", Duration.ofNanos((long) (microseconds * 1e3 * CALLS))),
                            questions,
                            1)));
        }
        return new EditionFindings(List.of(PURCHASE, RENEWAL), new Readings(readings)).results();
    }

    private static Histogram answered() {
        var histogram = new Histogram(3);
        histogram.recordValueWithCount(1_000_000, CALLS);
        return histogram;
    }

    private static Target target(String label) {
        return new Target("gateway", label, 1, new Expectation("000000", true), List.of());
    }
}
