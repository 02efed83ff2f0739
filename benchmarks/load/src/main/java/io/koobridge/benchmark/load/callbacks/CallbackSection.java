package io.koobridge.benchmark.load.callbacks;

import io.koobridge.benchmark.load.section.Lab;
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
    public Results run(Lab lab) throws InterruptedException {
        try (var rig = Rig.start(lab.root(), lab.directory(this), lab.progress())) {
            for (var driver : rig.drivers()) {
                lab.progress().say("  warming up: " + driver.target().label());
                // Gently at first: a gateway that is saturated while still interpreted gives up on whom it asks, for
                // ten seconds.
                driver.warmUp(LOW, lab.plan(), lab.plan().warmUp().dividedBy(4));
                int rounds = driver.saturate(lab.plan());
                lab.progress().say("    steady after %d saturated rounds".formatted(rounds));
            }
            return new CallbackFindings(
                            rig.gateway().target(),
                            rig.bare().target(),
                            rig.peer().target(),
                            new Readings(measure(rig, lab)))
                    .results();
        }
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
                // p99.9 is judged at this rate: it rests on one call of a thousand.
                var plan = load.equals(MIDDLE) ? lab.plan().twiceAsLong() : lab.plan();
                for (var driver : inTurn(rig.drivers(), repetition)) {
                    Thread.sleep(PAUSE);
                    readings.add(driver.read(load, plan, repetition));
                }
            }
        }
        return readings;
    }
}
