package io.koobridge.benchmark.load.editions;

import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One gateway, called in V1 and in V2 in turns. V1's purchase would be held until its instance is ready; here it is ready at once, in either
 * edition, so that no answer waits and both do the same: store, ask, answer.
 */
public final class EditionSection implements Section {

    static final Load HIGH = new Load.Rate(1_000);
    static final Load SATURATION = new Load.Saturation();
    static final List<Load> LOADS = List.of(HIGH, SATURATION);

    /** What the run before leaves to be done is done in that. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final Load GENTLE = new Load.Rate(200);

    @Override
    public String name() {
        return "editions";
    }

    @Override
    public String title() {
        return "V1 beside V2";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException {
        try (var rig = EditionRig.start(lab.root(), lab.directory(this), lab.progress())) {
            for (var driver : rig.drivers()) {
                lab.progress().say("  warming up: " + driver.target().label());
                driver.warmUp(GENTLE, lab.plan(), lab.plan().warmUp().dividedBy(4));
                int rounds = driver.saturate(lab.plan());
                lab.progress().say("    steady after %d saturated rounds".formatted(rounds));
            }
            return new EditionFindings(rig.pairs(), new Readings(measure(rig.drivers(), lab))).results();
        }
    }

    private static List<Reading> measure(List<Driver> drivers, Lab lab) throws InterruptedException {
        Plan plan = lab.plan();
        var readings = new ArrayList<Reading>();
        for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
            lab.progress().say("  repetition %d of %d".formatted(repetition, plan.repetitions()));
            var turn = new ArrayList<>(drivers);
            Collections.rotate(turn, repetition);
            for (var load : LOADS) {
                for (var driver : turn) {
                    Thread.sleep(PAUSE);
                    readings.add(driver.read(load, plan, repetition));
                }
            }
        }
        return readings;
    }
}
