package io.koobridge.benchmark.load.suite;

import io.koobridge.benchmark.load.generator.Purchases;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.stack.process.StackFailure;
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
    /** Longer than the last call's consequences take. */
    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private static final Duration LONGEST_REST = Duration.ofSeconds(90);

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
        try (var stack = SuiteStack.start(lab.root(), lab.directory(this), lab.progress());
                var meters = stack.meters();
                var driver = new Driver(
                        stack.target(),
                        new Purchases(stack.key(), InstantSource.system(), SEED),
                        stack::pid,
                        () -> 0)) {
            lab.progress().say("  warming up");
            driver.warmUp(RATE, lab.plan(), lab.plan().warmUp());
            var _ = timesWhenDone(stack, meters, driver);
            var runs = new ArrayList<SuiteRun>();
            for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
                lab.progress()
                        .say("  repetition %d of %d"
                                .formatted(repetition, lab.plan().repetitions()));
                var before = stack.processorTimes();
                var reading = driver.read(RATE, lab.plan(), repetition);
                runs.add(run(stack, before, timesWhenDone(stack, meters, driver), reading));
            }
            return SuiteFindings.of(runs, stack.caches());
        }
    }

    private static SuiteRun run(
            SuiteStack stack, Map<String, Duration> before, Map<String, Duration> after, Reading reading) {
        var used = new LinkedHashMap<String, Duration>();
        after.forEach((process, time) -> used.put(process, time.minus(before.getOrDefault(process, Duration.ZERO))));
        var memory = new LinkedHashMap<String, Long>();
        SuiteStack.PROCESSES.forEach(process -> memory.put(process, Usage.residentKib(stack.pid(process))));
        return new SuiteRun(reading, Map.copyOf(used), Map.copyOf(memory));
    }

    /** Processor times when each purchase of all runs so far is a real instance; read before provisioning is asked whether it is so. */
    private static Map<String, Duration> timesWhenDone(SuiteStack stack, Meters meters, Driver driver)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_REST.toNanos();
        while (true) {
            Thread.sleep(AFTERMATH);
            var times = stack.processorTimes();
            long real = meters.read().reconciled();
            if (real >= driver.answered()) {
                return times;
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("After %d s only %d of %d purchases are real instances"
                        .formatted(LONGEST_REST.toSeconds(), real, driver.answered()));
            }
        }
    }
}
