package io.koobridge.benchmark.load.licenses;

import static io.koobridge.benchmark.load.licenses.LicenseSection.DRAINED;
import static io.koobridge.benchmark.load.licenses.LicenseSection.HIGH;
import static io.koobridge.benchmark.load.licenses.LicenseSection.LOADS;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs say of licences. */
final class LicenseFindings {

    /** V2's. */
    private static final double LATENCY_LIMIT = 25;

    /** Of the applications a few may meet a service that is busy. */
    private static final double LEAST_ACCEPTED = 0.99;

    private static final double LEAST_PER_SECOND = 100;

    private static final double[] PERCENTILES = {50, 99, 99.9, 100};

    private final Compared targets;
    private final Readings answered;
    private final List<Drained> drained;

    /** The calls that are answered by the same gateway in turns. */
    record Compared(Target applications, Target purchases) {}

    /**
     * Finds out what they say.
     *
     * @param answered while licences take long
     */
    LicenseFindings(Compared targets, Readings answered, List<Drained> drained) {
        this.targets = targets;
        this.answered = answered;
        this.drained = List.copyOf(drained);
    }

    Results results() {
        return new Results(List.of(latencies(), drain()), List.of(latencyBar(), drainBar()), figures());
    }

    /** A refusal may be quick, and so is no part of what is promised. */
    private Bar latencyBar() {
        var promise = "p99 of `getLicenseAsync` at %s, while a licence takes 30 s, ≤ %.0f ms"
                .formatted(HIGH.label(), LATENCY_LIMIT);
        double accepted =
                answered.of(targets.applications(), HIGH, Reading::askingShare).median();
        double p99 = latency(targets.applications(), HIGH, 99).median();
        return accepted < LEAST_ACCEPTED
                ? Bar.open(
                        promise,
                        text(
                                "the machine was too busy: only %.0f %% of the applications were accepted",
                                accepted * 100))
                : Bar.atMost(promise, p99, LATENCY_LIMIT, text("%.1f ms", p99));
    }

    private Bar drainBar() {
        double perSecond = perSecond().median();
        return Bar.atLeast(
                "licences issued and uploaded ≥ %.0f/s".formatted(LEAST_PER_SECOND),
                perSecond,
                LEAST_PER_SECOND,
                text("%.0f/s", perSecond));
    }

    private Table latencies() {
        var columns = new ArrayList<>(List.of("call and rate"));
        var rows = new ArrayList<List<String>>();
        for (double percentile : PERCENTILES) {
            columns.add(name(percentile));
        }
        for (var load : LOADS) {
            rows.add(row(targets.applications(), load));
            rows.add(row(targets.purchases(), load));
            rows.add(ratios(load));
        }
        return new Table(
                "Latency from the intended start, ms, while a licence takes 30 s",
                columns,
                rows,
                List.of(
                        "Each application is of another device and event, for one of 500 orders in turn. It is answered when its place among the order's licences and the application itself are stored.",
                        "The licence server answers each order of a licence that it works on it for 30 s. What was accepted is stored and ordered there during the run and after it; the next run begins when all of it is ordered.",
                        "Applications that were accepted, %: " + accepted()
                                + "; the others were told to call again, since license-service did not answer within 1.5 s. Their answers count here.",
                        "For the purchases the gateway has the stub that it has in the section Callbacks: they wait for nothing but the broker."));
    }

    private List<String> row(Target target, Load load) {
        var cells = new ArrayList<>(List.of(target.label() + ", " + load.label()));
        for (double percentile : PERCENTILES) {
            cells.add(latency(target, load, percentile).text(1));
        }
        return cells;
    }

    private List<String> ratios(Load load) {
        var cells = new ArrayList<>(List.of("times as long, " + load.label()));
        for (double percentile : PERCENTILES) {
            double applications =
                    latency(targets.applications(), load, percentile).median();
            cells.add(text(
                    "%.2f",
                    applications
                            / latency(targets.purchases(), load, percentile).median()));
        }
        return cells;
    }

    private Table drain() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("licences each second", perSecond().text(0)));
        processes()
                .forEach(process -> rows.add(
                        List.of("CPU of " + process + ", ms", cpu(process).text(2))));
        return new Table(
                "Licences signed by KooBridge itself, from the first application to the last upload",
                List.of("", "each"),
                rows,
                List.of(
                        "Applications come at %s; the clock runs until the marketplace, which takes each upload at once, has a licence for each that was accepted."
                                .formatted(DRAINED.label()),
                        "The load process is the applicants and the marketplace.",
                        "The service works on as many licences at once as its work queue has partitions, six."));
    }

    private String accepted() {
        return LOADS.stream()
                .map(load -> load.label() + " "
                        + answered.text(targets.applications(), load, run -> run.askingShare() * 100, 1))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> processes() {
        return Stream.of("gateway", LicenseService.NAME, "broker", "store", Driver.LOAD);
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var load : LOADS) {
            for (double percentile : PERCENTILES) {
                Stream.of(targets.applications(), targets.purchases())
                        .forEach(target -> figures.add(new Figure(
                                (target.label() + "." + load.label() + ".latency." + name(percentile))
                                        .replaceAll("[^A-Za-z0-9.]+", "-"),
                                "ms",
                                latency(target, load, percentile))));
            }
        }
        figures.add(new Figure("licenses.drained", "1/s", perSecond()));
        processes()
                .forEach(process -> figures.add(
                        new Figure("licenses.cpu-per-license." + process.replace(' ', '-'), "ms", cpu(process))));
        return figures;
    }

    private Spread latency(Target target, Load load, double percentile) {
        return answered.of(target, load, reading -> reading.outcome().milliseconds(percentile));
    }

    private Spread perSecond() {
        return spread(Drained::perSecond);
    }

    private Spread cpu(String process) {
        return spread(run -> run.millisecondsPerLicense(process));
    }

    private Spread spread(ToDoubleFunction<Drained> quantity) {
        return Spread.of(drained.stream().mapToDouble(quantity).boxed().toList());
    }

    private static String name(double percentile) {
        return percentile == 100 ? "max" : "p" + (percentile == 99.9 ? "99.9" : (int) percentile);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
