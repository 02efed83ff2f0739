package io.koobridge.benchmark.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Results RESULTS = new Results(
            List.of(new Table(
                    "Time, ms", List.of("what", "p50"), List.of(List.of("gateway", "1.0")), List.of("A remark."))),
            List.of(
                    Bar.atMost("p50 ≤ 2 ms", 1, 2, "1.0 ms"),
                    Bar.atLeast("throughput ≥ 3 × peer", 2, 3, "2.00 ×"),
                    Bar.open("with cache", "no cache is built")),
            List.of(new Figure("gateway.p50", "ms", new Spread(1, 0.5, 2))));

    private static final String MARKDOWN = """
            **Time, ms**

            | what | p50 |
            | --- | --- |
            | gateway | 1.0 |

            A remark.

            | bar | measured |  |
            | --- | --- | --- |
            | p50 ≤ 2 ms | 1.0 ms | met |
            | throughput ≥ 3 × peer | 2.00 × | MISSED |
            | with cache | no cache is built | open |""";

    private static final Finding FINDING = new Finding(new Named("some-part"), RESULTS);

    private final Path directory;

    ReportTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void tablesHaveTheirRemarksAndBarsTheirVerdicts() {
        assertThat(Markdown.of(RESULTS)).isEqualTo(MARKDOWN);
    }

    @Test
    void onlyWhatStandsBetweenASectionsMarksIsReplaced() throws Exception {
        Path file = directory.resolve("performance.md");
        Files.writeString(file, """
                # Words
                <!-- measured: some-part -->
                old
                <!-- end: some-part -->
                <!-- measured: another -->
                kept
                <!-- end: another -->
                """);
        var page = new PerformancePage(file);

        page.write(FINDING, "Made by a test.");
        page.write(FINDING, "Made by a test.");

        assertThat(file).hasContent("""
                # Words
                <!-- measured: some-part -->
                Made by a test.

                %s
                <!-- end: some-part -->
                <!-- measured: another -->
                kept
                <!-- end: another -->
                """.formatted(MARKDOWN));
    }

    @Test
    void aSectionWithoutAPlaceIsSaidToHaveNone() throws Exception {
        Path file = directory.resolve("performance.md");
        Files.writeString(file, "# Words\n");

        assertThatThrownBy(() -> new PerformancePage(file).write(FINDING, ""))
                .hasMessageContaining("no place for the section some-part")
                .hasMessageContaining("<!-- measured: some-part -->");
        assertThatThrownBy(() -> new PerformancePage(file).requirePlaces(List.of(FINDING.section())))
                .hasMessageContaining("no place for the section some-part");
    }

    @Test
    void machinesGetEveryFigure() {
        Path file = directory.resolve("report.json");

        JsonReport.of(Machine.here(), Plan.trial(), List.of(FINDING)).write(file);

        var json = new JsonMapper().readTree(file);
        assertThat(json.at("/sections/some-part/figures/0/name").asString()).isEqualTo("gateway.p50");
        assertThat(json.at("/sections/some-part/figures/0/spread/median").asDouble())
                .isEqualTo(1.0);
        assertThat(json.at("/sections/some-part/bars/1/verdict").asString()).isEqualTo("MISSED");
        assertThat(json.at("/machine/processors").asInt()).isPositive();
    }

    @Test
    void theConditionsNameTheCommandAndTheMachineButNotItsName() {
        var machine = new Machine(2, 24_576, "a JVM 25", "Linux 6.1 (amd64)");

        assertThat(Conditions.of(
                        FINDING.section(), machine, Plan.whole(5, Duration.ofSeconds(5)), Duration.ofSeconds(61)))
                .isEqualTo(
                        "Made by `./koobridge benchmark --only some-part` on 2 processors, 24.0 GiB of memory, a JVM 25, "
                                + "Linux 6.1 (amd64). Runs of 5 s, 5 repetitions: the median, and in brackets the least and the greatest. It took 1 min 1 s.");
    }

    private record Named(String name) implements Section {

        @Override
        public String title() {
            return name;
        }

        @Override
        public Results run(Lab lab) {
            return RESULTS;
        }
    }
}
