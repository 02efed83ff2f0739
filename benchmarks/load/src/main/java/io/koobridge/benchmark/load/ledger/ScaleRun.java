package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.generator.Arrivals;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls at a fixed rate about the instances of one stack, and what they cost until everything that they caused is done. */
final class ScaleRun implements AutoCloseable {

    static final int CALLS_PER_SECOND = 200;
    private static final int CALLS_PER_SECOND_QUICK = 40;

    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final LoadClient client;
    private final Mix first;
    private final Mix mix;
    private final Plan plan;
    private long seed;

    ScaleRun(Stack stack, AccessKey key, int instances, Plan plan) throws InterruptedException {
        this.stack = stack;
        this.client = stack.client();
        // Whatever becomes of the first calls, nobody has to know how the instances are that are measured.
        this.first = new Mix(key, 0, instances / 2, instances);
        this.mix = new Mix(key, instances / 2, instances, instances);
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

    /** Until all calls of a round are answered right: the first ones of a process may be too slow for that. */
    void warmUp() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var outcome = call(first, plan.warmUp());
        while (outcome.wrong() > 0) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure("Calls are answered wrongly for ever, as " + outcome.examples());
            }
            outcome = call(first, plan.warmUp());
        }
        var before = Progress.of(stack.meters());
        Thread.sleep(SETTLING);
        for (var now = Progress.of(stack.meters()); !now.equals(before); now = Progress.of(stack.meters())) {
            before = now;
            Thread.sleep(SETTLING);
        }
    }

    Cost measure() throws InterruptedException {
        var before = Progress.of(stack.meters());
        var idle = stack.processorTimes();
        var outcome = call(mix, plan.run());
        if (outcome.wrong() > 0) {
            throw new StackFailure("%d answers were wrong, as %s".formatted(outcome.wrong(), outcome.examples()));
        }
        int calls = Math.toIntExact(outcome.right());
        awaitDone(before.after(Mix.changes(calls), Mix.orders(calls)));
        var busy = stack.processorTimes();
        return new Cost(busy.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        process -> process.getValue()
                                        .minus(idle.getOrDefault(process.getKey(), Duration.ZERO))
                                        .toNanos()
                                / 1e6
                                / calls)));
    }

    private Outcome call(Mix calls, Duration duration) throws InterruptedException {
        int rate = plan.quick() ? CALLS_PER_SECOND_QUICK : CALLS_PER_SECOND;
        var arrivals = Arrivals.independent(rate, duration, seed++);
        return client.atTimes(arrivals, calls.next(arrivals.count()), duration);
    }

    /** Every change is in the ledger and real, and every order that came again changed nothing. */
    private void awaitDone(Progress wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Thread.sleep(SETTLING);
        for (var now = Progress.of(stack.meters()); !now.equals(wanted); now = Progress.of(stack.meters())) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "After %d s there is %s instead of %s".formatted(PATIENCE.toSeconds(), now, wanted));
            }
            Thread.sleep(SETTLING);
        }
    }

    /** What provisioning has done since it began. */
    private record Progress(long applied, long known, long real) {

        static Progress of(Meters.Reading reading) {
            return new Progress(
                    reading.facts("frozen", "applied") + reading.facts("unfrozen", "applied"),
                    reading.facts("purchased", "unchanged"),
                    reading.reconciled());
        }

        Progress after(int changes, int orders) {
            return new Progress(applied + changes, known + orders, real + changes);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
