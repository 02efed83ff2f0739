package io.koobridge.benchmark.load.suite;

import io.koobridge.benchmark.load.generator.Purchases;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.target.Driver;
import io.koobridge.benchmark.load.target.Load;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Purchases through the whole suite, to their end: stored, looked up, provisioned. */
public final class SuiteSection implements Section {

    /** What two processors carry for everybody, the load process included. */
    static final Load RATE = new Load.Rate(50);

    private static final long SEED = 8_2026;
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);

    /** Of one processor: sweeps and consumers that wait need less, work on purchases needs more. */
    private static final double RESTING = 0.15;

    @Override
    public String name() {
        return "full-stack";
    }

    @Override
    public String title() {
        return "Full stack";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException {
        try (var stack = Stack.start(lab.root(), lab.directory(this), lab.progress());
                var driver = new Driver(
                        stack.target(),
                        new Purchases(stack.key(), InstantSource.system(), SEED),
                        stack::pid,
                        () -> 0)) {
            lab.progress().say("  warming up");
            driver.warmUp(RATE, lab.plan(), lab.plan().warmUp());
            rest(stack);
            var runs = new ArrayList<SuiteRun>();
            for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
                lab.progress()
                        .say("  repetition %d of %d"
                                .formatted(repetition, lab.plan().repetitions()));
                runs.add(run(stack, driver, lab.plan(), repetition));
            }
            return SuiteFindings.of(runs);
        }
    }

    private static SuiteRun run(Stack stack, Driver driver, Plan plan, long seed) throws InterruptedException {
        var before = stack.processorTimes();
        var reading = driver.read(RATE, plan, seed);
        rest(stack);
        var used = new LinkedHashMap<String, Duration>();
        stack.processorTimes()
                .forEach((process, time) -> used.put(process, time.minus(before.getOrDefault(process, Duration.ZERO))));
        var memory = new LinkedHashMap<String, Long>();
        Stack.PROCESSES.forEach(process -> memory.put(process, Usage.residentKib(stack.pid(process))));
        return new SuiteRun(reading, Map.copyOf(used), Map.copyOf(memory));
    }

    /** Until provisioning has done what the calls left it to do. */
    private static void rest(Stack stack) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_REST.toNanos();
        double used;
        do {
            long begin = System.nanoTime();
            Duration before = Usage.processorTime(stack.pid(Stack.PROVISIONING));
            Thread.sleep(GLANCE);
            Duration after = Usage.processorTime(stack.pid(Stack.PROVISIONING));
            used = (double) after.minus(before).toNanos() / (System.nanoTime() - begin);
        } while (used > RESTING && System.nanoTime() < end);
    }
}
