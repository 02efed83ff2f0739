package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.generator.Arrivals;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.generator.Purchases;
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

    /** As many calls at once as a server is given that is to show what it can. */
    public static final int IN_FLIGHT = 64;

    /** Of the load: processes that were just started have to answer it right, on a machine that does other things as well. */
    private static final int QUICK_PART = 10;

    /** What is signed ahead for a saturated second: more than any target answers. What is left over is thrown away. */
    private static final int MOST_PER_SECOND = 16_000;

    /** Calls are good for a minute, so a long warm-up is cut into pieces. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(5);

    private final Target target;
    private final Purchases purchases;
    private final ToLongFunction<String> pids;
    private final LoadClient client;
    private final LongSupplier questions;

    /**
     * Opens its connections.
     *
     * @param pids of processes by name; they must not change while something is measured
     * @param questions that the target asked so far; constant for one that asks nobody
     */
    public Driver(Target target, Purchases purchases, ToLongFunction<String> pids, LongSupplier questions)
            throws InterruptedException {
        this.target = target;
        this.purchases = purchases;
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
            send(load, plan, piece, seed);
            left = left.minus(piece);
        }
    }

    /**
     * One run.
     *
     * @param seed of its schedule: the same for targets that are compared
     * @throws StackFailure when an answer was wrong
     */
    public Reading read(Load load, Plan plan, long seed) throws InterruptedException {
        var before = times();
        long asked = questions.getAsLong();
        var outcome = send(load, plan, plan.run(), seed);
        var used = new HashMap<String, Duration>();
        times().forEach((process, time) -> used.put(process, time.minus(before.getOrDefault(process, Duration.ZERO))));
        return new Reading(
                target,
                load,
                outcome,
                used,
                questions.getAsLong() - asked,
                Usage.residentKib(pids.applyAsLong(target.process())));
    }

    private Outcome send(Load load, Plan plan, Duration duration, long seed) throws InterruptedException {
        int part = plan.quick() ? QUICK_PART : 1;
        var outcome =
                switch (load) {
                    case Load.Rate(int perSecond) -> {
                        var arrivals = Arrivals.independent(perSecond / part, duration, seed);
                        yield client.atTimes(arrivals, purchases.next(arrivals.count()), duration);
                    }
                    case Load.Saturation _ ->
                        client.saturate(
                                purchases.next(Math.toIntExact(MOST_PER_SECOND / part * duration.toMillis() / 1000)),
                                IN_FLIGHT / part,
                                duration);
                };
        if (outcome.wrong() > 0 || outcome.right() == 0) {
            throw new StackFailure("%d of %d answers of the %s at %s were wrong, for example:%n%s"
                    .formatted(
                            outcome.wrong(),
                            outcome.wrong() + outcome.right(),
                            target.label(),
                            load.label(),
                            String.join("\n", outcome.examples())));
        }
        return outcome;
    }

    private Map<String, Duration> times() {
        List<String> processes = new ArrayList<>(target.helpers());
        processes.add(target.process());
        var times = new HashMap<String, Duration>();
        processes.forEach(process -> times.put(process, Usage.processorTime(pids.applyAsLong(process))));
        return times;
    }

    @Override
    public void close() {
        client.close();
    }
}
