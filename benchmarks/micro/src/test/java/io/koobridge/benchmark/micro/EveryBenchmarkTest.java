package io.koobridge.benchmark.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs every benchmark once, without a warm-up, in this process. */
class EveryBenchmarkTest {

    private static Collection<RunResult> results;

    @BeforeAll
    static void runAll() throws RunnerException {
        results = Suite.once(".*");
    }

    @Test
    void everyBenchmarkMethodIsRunAndTakesTime() {
        var benchmarks = Stream.of(
                        CallbackVerification.class,
                        CanonicalForms.class,
                        ResponseSigning.class,
                        EventWriting.class,
                        EventReading.class,
                        InstanceDecisions.class,
                        InstanceNaming.class,
                        CallTranslation.class,
                        Editions.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getDeclaringClass().getName() + '.' + method.getName())
                .toList();

        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .containsAll(benchmarks)
                .allMatch(benchmarks::contains);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void bareWorkStandsBesideTheBenchmarkOfItsName() {
        var ratios = new Ratios(results);

        assertThat(ratios.orphans()).isEmpty();
        assertThat(ratios.table().lines())
                .anyMatch(line -> line.matches(
                        "\\| CallbackVerification\\.verifyRight keys=3 \\| [\\d,]+ \\| - \\| [\\d,]+ \\| [\\d.]+ \\|"))
                .anyMatch(line -> line.matches("\\| InstanceDecisions\\.staleFreeze \\| [\\d,]+ \\| - \\| - \\| - \\|"))
                .noneMatch(line -> line.contains(".bare"));
    }
}
