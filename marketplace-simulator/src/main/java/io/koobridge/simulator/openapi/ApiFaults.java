package io.koobridge.simulator.openapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one fault that is armed, and how often it has struck since it was. */
public final class ApiFaults {
    private @Nullable Armed armed;
    private long hits;

    /**
     * A fault, and for how long.
     *
     * @param callsLeft null: until it is cleared
     */
    public record Armed(ApiFault fault, @Nullable Integer callsLeft) {}

    /**
     * What is armed, and how often it has struck.
     *
     * @param armed null when nothing is (any more)
     */
    public record State(@Nullable Armed armed, long hits) {}

    public synchronized State arm(ApiFault fault, @Nullable Integer calls) {
        armed = new Armed(fault, calls);
        hits = 0;
        return state();
    }

    public synchronized State clear() {
        armed = null;
        return state();
    }

    public synchronized State state() {
        return new State(armed, hits);
    }

    synchronized Optional<ApiFault> take() {
        Armed now = armed;
        if (now == null) {
            return Optional.empty();
        }
        hits++;
        Integer left = now.callsLeft();
        if (left != null) {
            armed = left > 1 ? new Armed(now.fault(), left - 1) : null;
        }
        return Optional.of(now.fault());
    }
}
