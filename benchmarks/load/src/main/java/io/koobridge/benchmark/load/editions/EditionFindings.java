package io.koobridge.benchmark.load.editions;

import static io.koobridge.benchmark.load.editions.EditionSection.LOADS;

import io.koobridge.benchmark.load.editions.EditionRig.Pair;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the runs say of the editions. */
final class EditionFindings {

    private static final double LIMIT = 1.3;

    /** Of the calls at saturation a few may ask too late for an answer in their time. */
    private static final double LEAST_SHARE = 0.9;

    private final List<Pair> pairs;
    private final Readings readings;

    EditionFindings(List<Pair> pairs, Readings readings) {
        this.pairs = pairs;
        this.readings = readings;
    }

    Results results() {
        return new Results(List.of(processorTime(), throughput()), bars(), figures());
    }

    private Table processorTime() {
        return new Table(
                "Processor time of the gateway per call, µs",
                Stream.concat(Stream.of("call"), LOADS.stream().map(Load::label))
                        .toList(),
                targets()
                        .map(target -> Stream.concat(
                                        Stream.of(target.label()),
                                        LOADS.stream()
                                                .map(load ->
                                                        readings.text(target, load, Reading::microsecondsPerCall, 0)))
                                .toList())
                        .toList(),
                List.of(
                        "Every order has an instance that is ready, so no answer waits: V1's `newInstance` asks `instances:glance`, and answers with `appInfo`; V2's asks `instances:resolve`. `refreshInstance` asks for admission in both.",
                        "V1's calls have what a paid order of a period product has, without telephone number and e-mail address; V2's have what V2 sends."));
    }

    private Table throughput() {
        return new Table(
                "Throughput at saturation, right answers per second",
                List.of("call", "calls/s"),
                targets()
                        .map(target -> List.of(
                                target.label(),
                                readings.text(
                                        target,
                                        EditionSection.SATURATION,
                                        reading -> reading.outcome().perSecond(),
                                        0)))
                        .toList(),
                List.of());
    }

    private List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        for (var pair : pairs) {
            for (var load : LOADS) {
                bars.add(bar(pair, load));
            }
        }
        return bars;
    }

    private Bar bar(Pair pair, Load load) {
        var promise = "CPU per `%s` of V1 at %s ≤ %s × V2's".formatted(pair.call(), load.label(), LIMIT);
        double share = Math.min(share(pair.v1(), load), share(pair.v2(), load));
        if (share < LEAST_SHARE) {
            return Bar.open(
                    promise,
                    String.format(
                            Locale.ROOT,
                            "the machine was too busy: only %.0f %% of the calls asked provisioning",
                            share * 100));
        }
        double times = cpu(pair.v1(), load) / cpu(pair.v2(), load);
        return Bar.atMost(promise, times, LIMIT, String.format(Locale.ROOT, "%.2f ×", times));
    }

    private double cpu(Target target, Load load) {
        return readings.of(target, load, Reading::microsecondsPerCall).median();
    }

    private double share(Target target, Load load) {
        return readings.of(target, load, Reading::askingShare).median();
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        targets()
                .forEach(target -> LOADS.forEach(load -> {
                    var name = (target.label() + "." + load.label()).replaceAll("[^A-Za-z0-9.]+", "-");
                    figures.add(new Figure(
                            name + ".cpu-per-call", "µs", readings.of(target, load, Reading::microsecondsPerCall)));
                    figures.add(new Figure(
                            name + ".throughput", "calls/s", readings.of(target, load, reading -> reading.outcome()
                                    .perSecond())));
                }));
        return figures;
    }

    private Stream<Target> targets() {
        return pairs.stream().flatMap(pair -> pair.both().stream());
    }
}
