package io.koobridge.benchmark.micro;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How the benchmarks are run. What throws ends the run: a benchmark that measures nothing must not stay in a table. */
final class Suite {

    private static final int FORKS = 1;
    private static final int WARM_UP = 3;
    private static final int ITERATIONS = 5;
    private static final TimeValue WARM_UP_TIME = TimeValue.seconds(1);
    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    private Suite() {}

    /** Worth writing down, some four minutes for all; only those whose names match the expression. */
    static Collection<RunResult> measured(String include) throws RunnerException {
        return run(options(include)
                .mode(Mode.AverageTime)
                .forks(FORKS)
                .jvmArgsAppend("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(WARM_UP)
                .warmupTime(WARM_UP_TIME)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION));
    }

    /** Each of them once, in this process: whether they work, in seconds. */
    static Collection<RunResult> once(String include) throws RunnerException {
        return run(options(include)
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .verbosity(VerboseMode.SILENT));
    }

    private static ChainedOptionsBuilder options(String include) {
        return new OptionsBuilder()
                .include(include)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return List.copyOf(new Runner(options.build()).run());
    }
}
