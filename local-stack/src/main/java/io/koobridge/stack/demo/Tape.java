package io.koobridge.stack.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The marketplace's record of some purchases, read on from where it was left. */
final class Tape {

    private final SimulatorClient simulator;
    private final List<String> orderIds;
    private final Set<String> shown = new HashSet<>();

    Tape(SimulatorClient simulator, List<String> orderIds) {
        this.simulator = simulator;
        this.orderIds = List.copyOf(orderIds);
    }

    /** What came since the last time, oldest first; equal calls that follow one another are one. */
    List<Fold> fresh() {
        var fresh = new ArrayList<Call>();
        for (String orderId : orderIds) {
            for (JsonNode recorded : simulator.calls("orderId=" + orderId)) {
                var call = new Call(recorded);
                if (shown.add(call.identity())) {
                    fresh.add(call);
                }
            }
        }
        fresh.sort(Comparator.comparing(Call::at));
        return Fold.of(fresh);
    }
}
