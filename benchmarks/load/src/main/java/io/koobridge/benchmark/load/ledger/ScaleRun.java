package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.generator.Arrivals;
import io.koobridge.benchmark.load.generator.Calls;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.process.Meters;
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

    /** Faster than measured: else compiling would be the greatest part of what is measured, and no two processes compile alike. */
    static final int WARM_UP_CALLS_PER_SECOND = 800;

    /** A minute. */
    private static final int WARM_UPS = 3;

    private static final Duration SETTLING = Duration.ofMillis(500);

    /** Longer than the last call's consequences take. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private static final Duration AFTERMATH_QUICK = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LedgerStack stack;
    private final LoadClient client;
    private final Mix first;
    private final Mix mix;
    private final Plan plan;
    private long seed;

    ScaleRun(LedgerStack stack, AccessKey key, int instances, Plan plan) throws InterruptedException {
        this.stack = stack;
        this.client = stack.client();
        // Whatever becomes of the first calls, nobody has to know how the instances are that are measured.
        this.first = new Mix(key, 0, instances / 2, instances);
        // Of another seed: the same nonces with other bodies would be replays.
        this.mix = new Mix(key, instances / 2, instances, instances + 1L);
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

        /** Of all of them: what a long ledger costs is paid by the store as well as by whoever asks it. */
        double whole() {
            return millis.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Until all calls of a round are answered right, the third at the earliest: the first ones of a process may be too slow for that, and costly for long. */
    void warmUp() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int rounds = plan.quick() ? 1 : WARM_UPS;
        int rate = plan.quick() ? CALLS_PER_SECOND_QUICK : WARM_UP_CALLS_PER_SECOND;
        long wrong = 1;
        for (int round = 1; round <= rounds || wrong > 0; round++) {
            var outcome = send(prepare(first, rate, plan.warmUp()));
            wrong = outcome.wrong();
            if (wrong > 0 && System.nanoTime() > deadline) {
                throw new StackFailure("Calls are answered wrongly for ever, as " + outcome.examples());
            }
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
        var signed = prepare(mix, plan.quick() ? CALLS_PER_SECOND_QUICK : CALLS_PER_SECOND, plan.run());
        var idle = stack.processorTimes();
        var outcome = send(signed);
        if (outcome.wrong() > 0) {
            throw new StackFailure("%d answers were wrong, as %s".formatted(outcome.wrong(), outcome.examples()));
        }
        int calls = Math.toIntExact(outcome.right());
        var busy = timesWhenDone(before.after(Mix.changes(calls), Mix.orders(calls)));
        return new Cost(busy.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        process -> process.getValue()
                                        .minus(idle.getOrDefault(process.getKey(), Duration.ZERO))
                                        .toNanos()
                                / 1e6
                                / calls)));
    }

    private record Signed(Arrivals arrivals, Calls calls, Duration duration) {}

    private Signed prepare(Mix calls, int rate, Duration duration) {
        var arrivals = Arrivals.independent(rate, duration, seed++);
        return new Signed(arrivals, calls.next(arrivals.count()), duration);
    }

    private Outcome send(Signed signed) throws InterruptedException {
        return client.atTimes(signed.arrivals(), signed.calls(), signed.duration());
    }

    /**
     * Processor times when every change is in the ledger and real, and every order that came again changed nothing. They are read before the
     * question whether it is so, which costs the measured process time as well; it is asked again only where the first answer was no.
     */
    private Map<String, Duration> timesWhenDone(Progress wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Thread.sleep(plan.quick() ? AFTERMATH_QUICK : AFTERMATH);
            var times = stack.processorTimes();
            var now = Progress.of(stack.meters());
            if (now.equals(wanted)) {
                return times;
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "After %d s there is %s instead of %s".formatted(PATIENCE.toSeconds(), now, wanted));
            }
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
