package io.koobridge.simulator.playing;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.market.Edition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run did so far. */
final class ChaosTally {
    private final Map<String, Integer> steps = new TreeMap<>();
    private final Map<String, Integer> stepsByEdition = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Integer> openApiFaults = new TreeMap<>();
    private int restarts;
    private int listedAnew;

    record Counts(
            Map<String, Integer> steps,
            Map<String, Integer> stepsByEdition,
            Map<String, Integer> faults,
            Map<String, Integer> openApiFaults,
            int restarts,
            int listedAnew) {}

    synchronized void step(String kind, Edition edition, List<Fault> made) {
        steps.merge(kind, 1, Integer::sum);
        stepsByEdition.merge(edition.name(), 1, Integer::sum);
        made.forEach(fault -> faults.merge(fault.name(), 1, Integer::sum));
    }

    synchronized void openApiFault(String kind) {
        openApiFaults.merge(kind, 1, Integer::sum);
    }

    synchronized void restart() {
        restarts++;
    }

    /** A sale is called by the other edition from now on. */
    synchronized void listedAnew() {
        listedAnew++;
    }

    synchronized Counts counts() {
        return new Counts(
                new TreeMap<>(steps),
                new TreeMap<>(stepsByEdition),
                new TreeMap<>(faults),
                new TreeMap<>(openApiFaults),
                restarts,
                listedAnew);
    }
}
