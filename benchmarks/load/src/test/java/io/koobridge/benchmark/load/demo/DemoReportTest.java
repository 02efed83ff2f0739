package io.koobridge.benchmark.load.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.koobridge.benchmark.load.process.Program.Line;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReportTest {

    private static final Line READY = line(10, "Everything is ready after 9.5 s");
    private static final Line LIFE = line(40, "   chapter life: 29.6 s");
    private static final Line GATEWAY = line(80, "   gateway         301   300   above");
    private static final Line PRODUCT = line(80, "   product          60");

    @Test
    void startAndLifeAreJudgedTogetherAndEachLaterChapterAlone() {
        var results = DemoReport.of(List.of(READY, LIFE, line(75, "   chapter outages: 30,1 s"), GATEWAY, PRODUCT));

        assertThat(results.bars())
                .extracting(Bar::measured, Bar::verdict)
                .containsExactly(
                        tuple("40.0 s", Verdict.MET),
                        tuple("30.1 s", Verdict.MISSED),
                        tuple("301 MiB", Verdict.MISSED));
        assertThat(results.tables().getFirst().rows())
                .containsExactly(List.of("start", "9.5"), List.of("life", "29.6"), List.of("outages", "30.1"));
        assertThat(results.tables().getLast().rows())
                .containsExactly(List.of("gateway", "301"), List.of("product", "60"));
    }

    @Test
    void aDemoThatTellsNothingIsNoResult() {
        assertThatThrownBy(() -> DemoReport.of(List.of(READY, LIFE))).isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> DemoReport.of(List.of(READY, GATEWAY))).isInstanceOf(StackFailure.class);
    }

    private static Line line(int second, String text) {
        return new Line(Duration.ofSeconds(second), text);
    }
}
