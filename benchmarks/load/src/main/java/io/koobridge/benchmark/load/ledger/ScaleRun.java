package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.generator.Arrivals;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls at a fixed rate about the instances of one stack, and what they cost until everything that they caused is done. */
final class ScaleRun implements AutoCloseable {

    static final int CALLS_PER_SECOND = 200;

    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final LoadClient client;
    private final Mix mix;
    private final Plan plan;
    private long seed;

    ScaleRun(Stack stack, AccessKey key, int instances, Plan plan) throws InterruptedException {
        this.stack = stack;
        this.client = stack.client();
        this.mix = new Mix(key, instances, instances);
        this.plan = plan;
    }

    /**
     * Milliseconds of processor time for each call, by process.
     *
     * @param millis of broker, gateway, provisioning and store
     */
    record Cost(Map<String, Double> millis) {

        double of(String process) {
            var found = millis.get(process);
            if (found == null) {
                throw new IllegalArgumentException("nothing is known of a process " + process);
            }
            return found;
        }

        double ours() {
            return of("gateway") + of(Provisioning.NAME);
        }
    }

    void warmUp() throws InterruptedException {
        drive(plan.warmUp());
    }

    Cost measure() throws InterruptedException {
        return drive(plan.run());
    }

    private Cost drive(Duration duration) throws InterruptedException {
        var arrivals = Arrivals.independent(CALLS_PER_SECOND, duration, seed++);
        var calls = mix.next(arrivals.count());
        int changes = Mix.changes(calls.count());
        var before = stack.meters();
        var idle = stack.processorTimes();
        var outcome = client.atTimes(arrivals, calls, duration);
        if (outcome.wrong() > 0) {
            throw new StackFailure("%d of %d answers were wrong, as %s".formatted(outcome.wrong(), calls.count(), outcome.examples()));
        }
        awaitDone(before, changes);
        var busy = stack.processorTimes();
        return new Cost(busy.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        process -> process.getValue()
                                        .minus(idle.getOrDefault(process.getKey(), Duration.ZERO))
                                        .toNanos()
                                / 1e6
                                / calls.count())));
    }

    /** Every change is in the ledger and real, and every order that came again changed nothing. */
    private void awaitDone(Meters.Reading before, int changes) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Thread.sleep(SETTLING);
        for (var now = stack.meters(); !isDone(before, now, changes); now = stack.meters()) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "Of %d changes %d are applied and %d real, of as many orders %d were known, after %d s"
                                .formatted(
                                        changes,
                                        applied(now) - applied(before),
                                        now.reconciled() - before.reconciled(),
                                        known(now) - known(before),
                                        PATIENCE.toSeconds()));
            }
            Thread.sleep(SETTLING);
        }
    }

    private static boolean isDone(Meters.Reading before, Meters.Reading now, int changes) {
        return applied(now) - applied(before) == changes
                && known(now) - known(before) == changes
                && now.reconciled() - before.reconciled() == changes;
    }

    private static long applied(Meters.Reading reading) {
        return reading.facts("frozen", "applied") + reading.facts("unfrozen", "applied");
    }

    private static long known(Meters.Reading reading) {
        return reading.facts("purchased", "unchanged");
    }

    @Override
    public void close() {
        client.close();
    }
}
