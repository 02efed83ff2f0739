package io.koobridge.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise: every metric has a line in docs/metrics.md, every line a metric, and every metric a test that asserts it. */
class MetricsDocumentTest {

    /** Whatever makes a meter, and its first argument. */
    private static final Pattern MADE = Pattern.compile("(?:\\.(counter|timer|gauge|summary)"
            + "|\\b((?:Function)?Counter|(?:Function|LongTask)?Timer|(?:Multi|Time)?Gauge|DistributionSummary)\\.builder"
            + "|\\bnew (StoreGauge)|\\b(backlog))\\(\\s*+(?!String )([^,)]+)");

    private static final Pattern LITERAL = Pattern.compile("\"(koobridge\\.[a-z.]+)\"");

    /** Where a gauge of the store gets the name that was given where it was declared. */
    private static final Set<String> PASSED_ON = Set.of("Gauge gauge.name(", "StoreGauge name");

    private static final Pattern THRESHOLD =
            Pattern.compile("(?m)^\\| `koobridge_([a-z_]+)_seconds` \\| timer \\|.*\\| p99 above (\\d+) s");
    private static final Pattern BOUNDS = Pattern.compile("(?m)^ {8}\"?\\[?(koobridge[a-z.]*)]?\"?: ([0-9a-z,]+)$");

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

        /** By either name, and no longer one. */
        Pattern inAString() {
            return Pattern.compile(
                    "\"(?:%s\"|%s(?:_bucket|_count|_sum|_max)?[\"{])".formatted(Pattern.quote(dotted), name()));
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
        var tests = OperatedSources.of("src/test").map(AssertedNames::of).toList();

        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> assertThat(tests)
                .as(metric.name())
                .anyMatch(test -> test.hold(metric.inAString())));
    }

    @Test
    void aNameThatOnlyStandsThereIsNotAsserted() {
        var name = new Metric("koobridge.stuck", "gauge").inAString();

        assertThat(AssertedNames.of("assertThat(value(\"koobridge_stuck\")).isOne();\n")
                        .hold(name))
                .isTrue();
        assertThat(AssertedNames.of("String it = \"koobridge.stuck\";\nassertThat(value(it)).isOne();\n")
                        .hold(name))
                .isTrue();
        assertThat(AssertedNames.of("value(\"koobridge_stuck\");\nassertThat(7).isOne();\n")
                        .hold(name))
                .isFalse();
        assertThat(AssertedNames.of("assertThat(value(\"koobridge_stuck_for\")).isOne();\n")
                        .hold(name))
                .isFalse();
    }

    /** Else a metric could be made of which this test knows nothing. */
    @Test
    void everyMetricIsMadeWithItsNameInPlace() {
        assertThat(made().filter(maker -> !PASSED_ON.contains(maker.type() + ' ' + maker.name())))
                .isNotEmpty()
                .allSatisfy(maker -> assertThat(maker.name()).matches(LITERAL));
    }

    /** A quantile is never above the last bound of its buckets, and unknown between two. */
    @Test
    void everyTimeThatIsAlertedOnIsABoundOfItsBuckets() {
        var bounds = BOUNDS.matcher(Repository.read(
                        Repository.ROOT.resolve("common-runtime/src/main/resources/koobridge-runtime.yaml")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> List.of(row.group(2).split(","))));

        assertThat(THRESHOLD.matcher(document()).results()).isNotEmpty().allSatisfy(row -> {
            var dotted = "koobridge." + row.group(1).replace('_', '.');
            var seconds = Long.parseLong(row.group(2));
            assertThat(bounds.getOrDefault(dotted, bounds.get("koobridge")))
                    .as(dotted)
                    .contains(seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s");
        });
    }

    private record Maker(String type, String name) {}

    private static Stream<Maker> made() {
        return OperatedSources.of("src/main").flatMap(source -> MADE.matcher(source)
                .results()
                .map(made -> new Maker(
                        Stream.of(1, 2, 3, 4)
                                .map(made::group)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow(),
                        made.group(5).strip())));
    }

    private static Stream<Metric> metrics() {
        return made().flatMap(maker -> LITERAL.matcher(maker.name())
                        .results()
                        .map(name -> new Metric(name.group(1), type(maker.type()))))
                .distinct();
    }

    private static String type(String maker) {
        return switch (maker) {
            case "counter", "Counter", "FunctionCounter" -> "counter";
            case "timer", "Timer", "FunctionTimer", "LongTaskTimer" -> "timer";
            case "summary", "DistributionSummary" -> "summary";
            default -> "gauge";
        };
    }

    private static String document() {
        return Repository.read(Repository.ROOT.resolve("docs/metrics.md"));
    }
}
