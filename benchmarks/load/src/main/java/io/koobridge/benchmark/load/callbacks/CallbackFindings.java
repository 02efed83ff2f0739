package io.koobridge.benchmark.load.callbacks;

import static io.koobridge.benchmark.load.callbacks.CallbackSection.HIGH;
import static io.koobridge.benchmark.load.callbacks.CallbackSection.MIDDLE;
import static io.koobridge.benchmark.load.callbacks.CallbackSection.SATURATION;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the runs say. */
final class CallbackFindings {

    /** Of the calls at saturation a few may ask too late for an answer within 300 ms. */
    private static final double LEAST_SHARE = 0.9;

    private static final double MEBI = 1024;

    private final Target gateway;
    private final Target bare;
    private final Target peer;
    private final Compared targets;
    private final Readings readings;

    CallbackFindings(Compared targets, Readings readings) {
        this.targets = targets;
        this.gateway = targets.gateway();
        this.bare = targets.bare();
        this.peer = targets.peer();
        this.readings = readings;
    }

    /**
     * What stands in the tables.
     *
     * @param fullStack has no bar
     */
    record Compared(Target gateway, Target bare, Target peer, Target fullStack) {

        List<Target> all() {
            return List.of(gateway, bare, peer, fullStack);
        }
    }

    Results results() {
        var tables = new CallbackTables(readings, targets.all());
        return new Results(
                List.of(tables.processorTime(), tables.throughput(), tables.latency(), tables.memory()),
                bars(),
                tables.figures());
    }

    private List<Bar> bars() {
        double toBare = perSecond(gateway) / perSecond(bare);
        double toPeer = perSecond(gateway) / perSecond(peer);
        double p99 = milliseconds(gateway, 99);
        double p999 = milliseconds(gateway, 99.9);
        double bareP999 = milliseconds(bare, 99.9);
        double memory = median(gateway, HIGH, reading -> reading.residentKib() / MEBI);
        return List.of(
                processorTime(HIGH),
                processorTime(SATURATION),
                ifAsking(
                        SATURATION,
                        Bar.atLeast("throughput at saturation ≥ 0.4 × bare endpoint", toBare, 0.4, times(toBare))),
                ifAsking(
                        SATURATION,
                        Bar.atLeast("throughput at saturation ≥ 2 × synchronous peer", toPeer, 2, times(toPeer))),
                Bar.atMost("p99 at 500 calls/s ≤ 25 ms", p99, 25, String.format(Locale.ROOT, "%.1f ms", p99)),
                Bar.atMost(
                        "p99.9 at 500 calls/s ≤ bare endpoint's + 150 ms",
                        p999,
                        bareP999 + 150,
                        String.format(Locale.ROOT, "%.1f ms against %.1f ms", p999, bareP999)),
                Bar.atMost(
                        "gateway's memory at 1,000 calls/s ≤ 400 MiB",
                        memory,
                        400,
                        String.format(Locale.ROOT, "%.0f MiB", memory)));
    }

    private Bar processorTime(Load load) {
        double cpu =
                median(gateway, load, Reading::microsecondsPerCall) / median(bare, load, Reading::microsecondsPerCall);
        return ifAsking(
                load,
                Bar.atMost(
                        "CPU per signed `newInstance` at %s ≤ 2.5 × bare endpoint".formatted(load.label()),
                        cpu,
                        2.5,
                        times(cpu)));
    }

    /** A gateway that did not ask was measured doing less than it does. */
    private Bar ifAsking(Load load, Bar bar) {
        double share = median(gateway, load, Reading::askingShare);
        return share >= LEAST_SHARE
                ? bar
                : Bar.open(
                        bar.promise(),
                        String.format(
                                Locale.ROOT,
                                "the machine was too busy: only %.0f %% of the calls asked provisioning",
                                share * 100));
    }

    private double perSecond(Target target) {
        return median(target, SATURATION, reading -> reading.outcome().perSecond());
    }

    private double milliseconds(Target target, double percentile) {
        return median(target, MIDDLE, reading -> reading.outcome().milliseconds(percentile));
    }

    private double median(Target target, Load load, ToDoubleFunction<Reading> quantity) {
        return readings.of(target, load, quantity).median();
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.2f ×", factor);
    }
}
