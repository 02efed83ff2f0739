package io.koobridge.benchmark.load.suite;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.stack.demo.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What the runs say. No bar but memory's: who waits for whom differs from machine to machine. */
final class SuiteFindings {

    private SuiteFindings() {}

    static Results of(List<SuiteRun> runs, String caches) {
        var bars = new ArrayList<Bar>();
        var figures = new ArrayList<Figure>();
        var rows = new ArrayList<List<String>>();
        for (String process : SuiteStack.PROCESSES) {
            var time = spread(runs, run -> run.microsecondsPerCall(process));
            var memory = spread(runs, run -> run.mebibytes(process));
            rows.add(List.of(process, time.text(0), memory.text(0)));
            figures.add(new Figure("full-stack.cpu-per-call." + process, "µs", time));
            figures.add(new Figure("full-stack.memory." + process, "MiB", memory));
            int limit = Math.toIntExact(Objects.requireNonNull(Memory.BARS.get(process)));
            bars.add(Bar.atMost(
                    "memory: %s ≤ %d MiB".formatted(process, limit),
                    memory.median(),
                    limit,
                    String.format(Locale.ROOT, "%.0f MiB", memory.median())));
        }
        var processes = new Table(
                "Each process at " + SuiteSection.RATE.label() + ", purchases carried through to their end",
                List.of("process", "CPU per call, µs", "memory, MiB"),
                rows,
                List.of(
                        "As `./koobridge up` starts them: small heaps, quick compiler only. The two seconds of rest after each run are counted. "
                                + caches));
        return new Results(List.of(processes, latency(runs, figures)), bars, figures);
    }

    private static Table latency(List<SuiteRun> runs, List<Figure> figures) {
        var columns = new ArrayList<String>();
        var cells = new ArrayList<String>();
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            var latency = spread(runs, run -> run.reading().outcome().milliseconds(percentile));
            columns.add(percentile == 100 ? "max" : "p" + (percentile == 99.9 ? "99.9" : (int) percentile));
            cells.add(latency.text(1));
            figures.add(new Figure("full-stack.latency.p" + percentile, "ms", latency));
        }
        columns.addFirst("target and rate");
        cells.addFirst("full stack, " + SuiteSection.RATE.label());
        return new Table("Latency from the intended start, ms", columns, List.of(cells), List.of());
    }

    private static Spread spread(List<SuiteRun> runs, ToDoubleFunction<SuiteRun> quantity) {
        return Spread.of(runs.stream().map(quantity::applyAsDouble).toList());
    }
}
