package io.koobridge.benchmark.load.callbacks;

import io.koobridge.benchmark.load.callbacks.CallbackFindings.Compared;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import io.koobridge.benchmark.load.targets.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The gateway, the bare endpoint and the synchronous peer, in turns. */
public final class CallbackSection implements Section {

    static final Load.Rate LOW = new Load.Rate(200);
    static final Load.Rate MIDDLE = new Load.Rate(500);
    static final Load.Rate HIGH = new Load.Rate(1_000);
    static final Load SATURATION = new Load.Saturation();

    static final List<Load> LOADS = List.of(LOW, MIDDLE, HIGH, SATURATION);

    /** What the run before leaves to be done is done in that. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public String title() {
        return "Callbacks";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        var home = lab.directory(this);
        var readings = new ArrayList<Reading>();
        Target gateway;
        Target bare;
        Target peer;
        try (var rig = Rig.start(lab.root(), home.resolve("alone"), lab.progress())) {
            gateway = rig.gateway().target();
            bare = rig.bare().target();
            peer = rig.peer().target();
            for (var driver : rig.drivers()) {
                warmUp(driver, lab);
            }
            readings.addAll(measure(rig, lab));
        }
        try (var full = FullStack.start(lab, home.resolve("full-stack"))) {
            readings.addAll(full.measure());
            return new CallbackFindings(new Compared(gateway, bare, peer, full.target()), new Readings(readings))
                    .results();
        }
    }

    private static void warmUp(Driver driver, Lab lab) throws InterruptedException {
        lab.progress().say("  warming up: " + driver.target().label());
        // Gently at first: a gateway that is saturated while still interpreted gives up on whom it asks, for ten
        // seconds.
        driver.warmUp(LOW, lab.plan(), lab.plan().warmUp().dividedBy(4));
        int rounds = driver.saturate(lab.plan());
        lab.progress().say("    steady after %d saturated rounds".formatted(rounds));
    }

    /** p99.9 is judged at the middle rate: it rests on one call of a thousand. */
    static Plan planFor(Load load, Plan plan) {
        return load.equals(MIDDLE) ? plan.twiceAsLong() : plan;
    }

    /** Another one comes first each time: whoever follows the synchronous peer, whose store still writes, is not always the same. */
    private static List<Driver> inTurn(List<Driver> drivers, int repetition) {
        var turn = new ArrayList<>(drivers);
        Collections.rotate(turn, repetition);
        return turn;
    }

    private static List<Reading> measure(Rig rig, Lab lab) throws InterruptedException {
        var readings = new ArrayList<Reading>();
        for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
            lab.progress()
                    .say("  repetition %d of %d"
                            .formatted(repetition, lab.plan().repetitions()));
            for (var load : LOADS) {
                for (var driver : inTurn(rig.drivers(), repetition)) {
                    Thread.sleep(PAUSE);
                    readings.add(driver.read(load, planFor(load, lab.plan()), repetition));
                }
            }
        }
        return readings;
    }
}
