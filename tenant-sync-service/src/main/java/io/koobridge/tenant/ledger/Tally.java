package io.koobridge.tenant.ledger;

import io.koobridge.events.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** How many rows there were of each outcome, by its label. */
record Tally(Map<String, Long> byOutcome) {

    static final Tally NONE = new Tally(Map.of());

    Tally {
        byOutcome = Map.copyOf(byOutcome);
    }

    Tally plus(Outcome<?> outcome) {
        var next = new TreeMap<>(byOutcome);
        next.merge(outcome.label(), 1L, Long::sum);
        return new Tally(next);
    }
}
