package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.ledger.ScaleRun.Cost;
import io.koobridge.benchmark.load.ledger.ScaleSection.Pair;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.benchmark.load.targets.Processes;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Puts pairs of costs into a table. */
record ScaleReport(List<Integer> sizes, List<Pair> pairs) {

    private static final double BAR = 1.15;

    Results results() {
        var ratio = spread(Pair::ratio);
        var table = new Table(
                "Processor time for each call at %d calls/s, in milliseconds".formatted(ScaleRun.CALLS_PER_SECOND),
                List.of("", instances(sizes.getFirst()), instances(sizes.getLast()), "times as much"),
                List.of(
                        row("all four processes", Cost::whole),
                        row("of which gateway", cost -> cost.of("gateway")),
                        row("of which provisioning", cost -> cost.of(Provisioning.NAME)),
                        row("of which store", cost -> cost.of(Processes.STORE)),
                        row("of which broker", cost -> cost.of(Processes.BROKER))),
                List.of(
                        "Of four calls about an instance drawn by chance, two are queryInstance, one is updateInstanceStatus, and one is newInstance for its order. The time includes whatever they cause: admission, publishing, applying, and for each change of state a reconcile with a template as the product, its snapshot, and the journal. No order is queried. A newInstance that cannot ask the ledger within 300 ms is accepted (000004) instead of answered with what is there, which changes nothing in the ledger.",
                        "The sweep, the gauges and the look for expired instances are set to 10 minutes: they look through the ledger by the clock, not for a call.",
                        "The instances are copies of one that the service made, with ids and orders of their own.",
                        "Runs are twice as long as elsewhere, after a minute at %d calls/s that is not counted."
                                .formatted(ScaleRun.WARM_UP_CALLS_PER_SECOND),
                        "'Times as much' is the median of the repetitions' own ratios, not the ratio of the two medians: both of a pair are of the same minute.",
                        "Two whole stacks run side by side and take turns; what the resting one costs is nobody's."));
        return new Results(
                List.of(table),
                List.of(Bar.atMost(
                        "CPU of gateway, provisioning, store and broker for each call at %s: at most %.2f of that at %s"
                                .formatted(instances(sizes.getLast()), BAR, instances(sizes.getFirst())),
                        ratio.median(),
                        BAR,
                        String.format(Locale.ROOT, "%.2f", ratio.median()))),
                List.of(
                        new Figure("scale.few.cpu-per-call", "ms", spread(pair -> pair.few()
                                .whole())),
                        new Figure("scale.many.cpu-per-call", "ms", spread(pair -> pair.many()
                                .whole())),
                        new Figure("scale.ratio", "", ratio)));
    }

    private List<String> row(String what, ToDoubleFunction<Cost> value) {
        return List.of(
                what,
                spread(pair -> value.applyAsDouble(pair.few())).text(2),
                spread(pair -> value.applyAsDouble(pair.many())).text(2),
                spread(pair -> value.applyAsDouble(pair.many()) / value.applyAsDouble(pair.few()))
                        .text(2));
    }

    private Spread spread(ToDoubleFunction<Pair> value) {
        return Spread.of(pairs.stream().mapToDouble(value).boxed().toList());
    }

    private static String instances(int size) {
        return String.format(Locale.ROOT, "%,d instances", size);
    }
}
