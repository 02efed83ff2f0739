package io.koobridge.benchmark.load.callbacks;

import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.target.Load;
import io.koobridge.benchmark.load.target.Reading;
import io.koobridge.benchmark.load.target.Readings;
import java.util.ArrayList;
import java.util.List;

/** The gateway, the bare endpoint and the synchronous peer, in turns. */
public final class CallbackSection implements Section {

    static final Load.Rate LOW = new Load.Rate(200);
    static final Load.Rate MIDDLE = new Load.Rate(500);
    static final Load.Rate HIGH = new Load.Rate(1_000);
    static final Load SATURATION = new Load.Saturation();

    static final List<Load> LOADS = List.of(LOW, MIDDLE, HIGH, SATURATION);

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
                driver.warmUp(SATURATION, lab.plan(), lab.plan().warmUp());
            }
            return new CallbackFindings(
                            rig.gateway().target(),
                            rig.bare().target(),
                            rig.peer().target(),
                            new Readings(measure(rig, lab)))
                    .results();
        }
    }

    private static List<Reading> measure(Rig rig, Lab lab) throws InterruptedException {
        var readings = new ArrayList<Reading>();
        for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
            lab.progress()
                    .say("  repetition %d of %d"
                            .formatted(repetition, lab.plan().repetitions()));
            for (var load : LOADS) {
                for (var driver : rig.drivers()) {
                    readings.add(driver.read(load, lab.plan(), repetition));
                }
            }
        }
        return readings;
    }
}
