package io.koobridge.benchmark.load.targets;

import io.koobridge.benchmark.load.generator.Arrivals;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.generator.SignedAhead;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Puts one target under load, and reads what it answered and used. */
public final class Driver implements AutoCloseable {

    /** As many calls at once as leave no target waiting for the next: one that gathers calls for 10 ms has them. */
    public static final int IN_FLIGHT = 256;

    /** Of the load: processes that were just started have to answer it right, on a machine that does other things as well. */
    private static final int QUICK_PART = 10;

    /** What is signed ahead for a saturated second: more than any target answers. What is left over is thrown away. */
    private static final int MOST_PER_SECOND = 70_000;

    /** Calls are good for a minute, so a long warm-up is cut into pieces. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(5);

    /** What readings call this process, which is the stub behind the gateway as well. */
    public static final String LOAD = "load process";

    /** Of throughput, from one warm-up round to the next: below that it does not grow any more. */
    private static final double STEADY = 1.05;

    private static final int LEAST_ROUNDS = 8;
    private static final int MOST_ROUNDS = 16;

    private final Target target;
    private final SignedAhead calls;
    private final ToLongFunction<String> pids;
    private final LoadClient client;
    private final LongSupplier questions;
    private long answered;

    /**
     * Opens its connections.
     *
     * @param pids of processes by name; they must not change while something is measured
     * @param questions that the target asked so far; constant for one that asks nobody
     */
    public Driver(Target target, SignedAhead calls, ToLongFunction<String> pids, LongSupplier questions)
            throws InterruptedException {
        this.target = target;
        this.calls = calls;
        this.pids = pids;
        this.questions = questions;
        this.client = new LoadClient(target.port(), target.expectation());
    }

    public Target target() {
        return target;
    }

    /** Load whose figures nobody keeps; its answers are checked all the same. */
    public void warmUp(Load load, Plan plan, Duration duration) throws InterruptedException {
        Duration left = duration;
        for (long seed = -1; left.isPositive(); seed--) {
            Duration piece = left.compareTo(LONGEST_RUN) < 0 ? left : LONGEST_RUN;
            var _ = send(load, plan, piece, seed);
            left = left.minus(piece);
        }
    }

    /**
     * Saturated rounds until the compilers are done: until a round answers hardly more than the one before.
     *
     * @return how many rounds that took
     */
    public int saturate(Plan plan) throws InterruptedException {
        var round = plan.quick() ? plan.warmUp() : LONGEST_RUN;
        int least = plan.quick() ? 1 : LEAST_ROUNDS;
        double before = 0;
        for (int rounds = 1; rounds < MOST_ROUNDS; rounds++) {
            double now = send(new Load.Saturation(), plan, round, -rounds).perSecond();
            if (rounds >= least && (plan.quick() || now <= before * STEADY)) {
                return rounds;
            }
            before = now;
        }
        return MOST_ROUNDS;
    }

    /**
     * One run. Its calls are signed before anything is read.
     *
     * @param seed of its schedule: the same for targets that are compared
     * @throws StackFailure when an answer was wrong
     */
    public Reading read(Load load, Plan plan, long seed) throws InterruptedException {
        return read(load, plan, seed, () -> {});
    }

    /** Waits until what the answers promised is done. */
    public interface Aftermath {

        void await() throws InterruptedException;
    }

    /** The same, with what comes after the answers counted as well. */
    public Reading read(Load load, Plan plan, long seed, Aftermath aftermath) throws InterruptedException {
        var shot = prepare(load, plan, plan.run(), seed);
        var before = times();
        long asked = questions.getAsLong();
        var outcome = shot.fire();
        long residentKib = Usage.residentKib(pids.applyAsLong(target.process()));
        check(load, outcome);
        aftermath.await();
        var after = times();
        long askedNow = questions.getAsLong();
        var used = new HashMap<String, Duration>();
        after.forEach((process, time) -> used.put(process, time.minus(before.getOrDefault(process, Duration.ZERO))));
        return new Reading(target, load, outcome, used, askedNow - asked, residentKib);
    }

    /** Right answers to all calls so far, those of the warm-up included. */
    public long answered() {
        return answered;
    }

    /** Calls that are signed, and how they are sent. */
    private interface Shot {

        Outcome fire() throws InterruptedException;
    }

    private Shot prepare(Load load, Plan plan, Duration duration, long seed) {
        int part = plan.quick() ? QUICK_PART : 1;
        return switch (load) {
            case Load.Rate(int perSecond) -> {
                var arrivals = Arrivals.independent(perSecond / part, duration, seed);
                var signed = calls.next(arrivals.count());
                yield () -> client.atTimes(arrivals, signed, duration);
            }
            case Load.Saturation _ -> {
                var signed = calls.next(Math.toIntExact(MOST_PER_SECOND / part * duration.toMillis() / 1000));
                yield () -> client.saturate(signed, IN_FLIGHT / part, duration);
            }
        };
    }

    private void check(Load load, Outcome outcome) {
        answered += outcome.right();
        if (outcome.wrong() > 0 || outcome.right() == 0) {
            throw new StackFailure("%d of %d answers of the %s at %s were wrong, for example:%n%s"
                    .formatted(
                            outcome.wrong(),
                            outcome.wrong() + outcome.right(),
                            target.label(),
                            load.label(),
                            String.join("\n", outcome.examples())));
        }
    }

    private Outcome send(Load load, Plan plan, Duration duration, long seed) throws InterruptedException {
        var outcome = prepare(load, plan, duration, seed).fire();
        check(load, outcome);
        return outcome;
    }

    private Map<String, Duration> times() {
        List<String> processes = new ArrayList<>(target.helpers());
        processes.add(target.process());
        var times = new HashMap<String, Duration>();
        processes.forEach(process -> times.put(process, Usage.processorTime(pids.applyAsLong(process))));
        times.put(LOAD, Usage.processorTime(ProcessHandle.current().pid()));
        return times;
    }

    @Override
    public void close() {
        client.close();
    }
}
