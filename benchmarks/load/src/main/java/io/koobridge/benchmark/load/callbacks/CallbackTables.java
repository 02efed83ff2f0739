package io.koobridge.benchmark.load.callbacks;

import static io.koobridge.benchmark.load.callbacks.CallbackSection.HIGH;
import static io.koobridge.benchmark.load.callbacks.CallbackSection.LOADS;
import static io.koobridge.benchmark.load.callbacks.CallbackSection.SATURATION;

import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs as readers and machines get them. */
final class CallbackTables {

    private static final double MEBI = 1024;

    private final Readings readings;
    private final List<Target> targets;

    /** @param targets the gateway first */
    CallbackTables(Readings readings, List<Target> targets) {
        this.readings = readings;
        this.targets = targets;
    }

    Table processorTime() {
        var rows = new ArrayList<List<String>>();
        for (var target : targets) {
            rows.add(processorRow(measured(target), target, target.process()));
            target.helpers()
                    .forEach(helper -> rows.add(processorRow(helper + ", for the " + target.label(), target, helper)));
            rows.add(processorRow(Driver.LOAD + ", for the " + target.label(), target, Driver.LOAD));
        }
        return new Table(
                "Processor time per call, µs",
                header("process"),
                rows,
                List.of(
                        "The full stack is gateway, provisioning, broker and store with the same options, a template as the product and a marketplace that answers at once, measured after the others until each purchase is a real instance. Its sweep and gauges are set to 10 minutes.",
                        "The load process sends and checks the calls; for the gateway it is the stub of provisioning as well, for the full stack the marketplace.",
                        "Calls of the gateway that asked the stub behind it, %: "
                                + LOADS.stream()
                                        .map(load -> load.label() + " " + asking(load))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The measured process, as rows call it. */
    private static String measured(Target target) {
        return target.process().equals(target.label().replace(' ', '-'))
                ? target.label()
                : target.process() + ", for the " + target.label();
    }

    private String asking(Load load) {
        return readings.of(targets.getFirst(), load, reading -> reading.askingShare() * 100)
                .text(0);
    }

    private List<String> processorRow(String label, Target target, String process) {
        var cells = LOADS.stream()
                .map(load -> readings.text(target, load, reading -> reading.microsecondsPerCall(process), 0));
        return Stream.concat(Stream.of(label), cells).toList();
    }

    Table throughput() {
        return new Table(
                "Throughput at saturation, right answers per second",
                List.of("target", "calls/s"),
                targets.stream()
                        .map(target -> List.of(
                                target.label(),
                                readings.text(
                                        target,
                                        SATURATION,
                                        reading -> reading.outcome().perSecond(),
                                        0)))
                        .toList(),
                List.of(
                        "%d calls in flight. How many purchases the full stack carries to their end in a second is the ledger's matter, below."
                                .formatted(Driver.IN_FLIGHT)));
    }

    Table latency() {
        var rows = new ArrayList<List<String>>();
        for (var target : targets) {
            for (var load : LOADS) {
                if (load instanceof Load.Rate) {
                    rows.add(List.of(
                            target.label() + ", " + load.label(),
                            latency(target, load, 50),
                            latency(target, load, 99),
                            latency(target, load, 99.9),
                            latency(target, load, 100)));
                }
            }
        }
        return new Table(
                "Latency from the intended start, ms",
                List.of("target and rate", "p50", "p99", "p99.9", "max"),
                rows,
                List.of());
    }

    private String latency(Target target, Load load, double percentile) {
        return readings.of(target, load, reading -> reading.outcome().milliseconds(percentile))
                .text(1);
    }

    Table memory() {
        return new Table(
                "Resident memory at 1,000 calls/s, MiB",
                List.of("process", "MiB"),
                targets.stream()
                        .map(target -> List.of(
                                measured(target),
                                readings.of(target, HIGH, reading -> reading.residentKib() / MEBI)
                                        .text(0)))
                        .toList(),
                List.of());
    }

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var target : targets) {
            for (var load :
                    LOADS.stream().filter(load -> readings.has(target, load)).toList()) {
                String name =
                        target.label().replace(' ', '-') + "." + load.label().replaceAll("[^a-z0-9]+", "-");
                Stream.concat(Stream.of(target.process()), target.helpers().stream())
                        .forEach(process -> figures.add(new Figure(
                                name + ".cpu-per-call." + process,
                                "µs",
                                readings.of(target, load, reading -> reading.microsecondsPerCall(process)))));
                for (double percentile : new double[] {50, 99, 99.9, 100}) {
                    figures.add(new Figure(
                            name + ".latency.p" + percentile,
                            "ms",
                            readings.of(
                                    target, load, reading -> reading.outcome().milliseconds(percentile))));
                }
                figures.add(new Figure(
                        name + ".throughput", "calls/s", readings.of(target, load, reading -> reading.outcome()
                                .perSecond())));
                figures.add(new Figure(
                        name + ".memory", "MiB", readings.of(target, load, reading -> reading.residentKib() / MEBI)));
            }
        }
        return figures;
    }

    private static List<String> header(String first) {
        return Stream.concat(Stream.of(first), LOADS.stream().map(Load::label)).toList();
    }
}
