package io.koobridge.service.reconcile;

import io.koobridge.events.Outcome;
import io.koobridge.service.ledger.Ledger.Decision;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;

/** The smallest domain that can be overtaken: a valve that is wanted open or shut. */
record Valve(boolean wantedOpen, long generation, long observedGeneration) {

    static Decision<Valve> wanted(boolean open) {
        return current -> {
            if (current == null) {
                return new Outcome.Applied<>(new Valve(open, 1, 0));
            }
            return current.wantedOpen == open
                    ? new Outcome.Unchanged<>()
                    : new Outcome.Applied<>(new Valve(open, current.generation + 1, current.observedGeneration));
        };
    }

    Valve made() {
        return new Valve(wantedOpen, generation, generation);
    }

    boolean settled() {
        return generation == observedGeneration;
    }

    static final Shape<Valve> SHAPE = new Shape<>() {
        @Override
        public Class<Valve> type() {
            return Valve.class;
        }

        @Override
        public long generation(Valve valve) {
            return valve.generation();
        }

        @Override
        public String phase(Valve valve) {
            return valve.wantedOpen() ? "OPEN" : "SHUT";
        }

        @Override
        public Duration patience(Valve valve) {
            return Duration.ofMinutes(15);
        }
    };
}
