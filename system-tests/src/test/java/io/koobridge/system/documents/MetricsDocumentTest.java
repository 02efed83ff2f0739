package io.koobridge.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise: every metric has a line in docs/metrics.md, every line a metric, and every metric a test that asserts it. */
class MetricsDocumentTest {

    /** A meter's name where it is made: before it stands what makes it. */
    private static final Pattern MADE = Pattern.compile(
            "(counter|timer|Counter\\.builder|Timer\\.builder|Gauge\\.builder|StoreGauge|backlog)\\(\\s*\"(koobridge\\.[a-z.]+)\"");

    private static final Pattern LINE = Pattern.compile("(?m)^\\| `(koobridge_[a-z_]+)` \\| (counter|timer|gauge)");

    private record Metric(String dotted, String type) {

        /** As Prometheus has it. */
        String name() {
            var name = dotted.replace('.', '_');
            return switch (type) {
                case "counter" -> name + "_total";
                case "timer" -> name + "_seconds";
                default -> name;
            };
        }
    }

    @Test
    void everyMetricHasOneLineAndEveryLineAMetric() {
        var lines =
                LINE.matcher(document()).results().map(line -> line.group(1)).toList();

        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(
                        metrics().map(Metric::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLineSaysTheType() {
        var types = LINE.matcher(document())
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));

        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> assertThat(types)
                .containsEntry(metric.name(), metric.type()));
    }

    @Test
    void everyLineSaysWhatToAlertOn() {
        var document = document();

        assertThat(document.lines().filter(line -> LINE.matcher(line).find()))
                .allSatisfy(line -> assertThat(line.split(" \\| ")).hasSize(5).noneMatch(String::isBlank));
    }

    @Test
    void everyMetricIsAssertedByATest() {
        var tests = OperatedSources.of("src/test").collect(Collectors.joining());

        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> assertThat(
                        tests.contains('"' + metric.dotted() + '"') || tests.contains('"' + metric.name()))
                .as(metric.name())
                .isTrue());
    }

    private static Stream<Metric> metrics() {
        return OperatedSources.of("src/main")
                .flatMap(source ->
                        MADE.matcher(source).results().map(made -> new Metric(made.group(2), type(made.group(1)))))
                .distinct();
    }

    private static String type(String maker) {
        return switch (maker) {
            case "counter", "Counter.builder" -> "counter";
            case "timer", "Timer.builder" -> "timer";
            default -> "gauge";
        };
    }

    private static String document() {
        return Repository.read(Repository.ROOT.resolve("docs/metrics.md"));
    }
}
