package io.koobridge.simulator.life;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest {@value #KEPT} violations, and how many there were. */
public final class Violations {
    private static final int KEPT = 1000;

    private final Deque<Violation> newest = new ArrayDeque<>();
    private long count;

    /** The newest first; {@code total} counts also those no longer listed. */
    public record Listed(long total, List<Violation> violations) {}

    public synchronized void add(Violation violation) {
        count++;
        newest.addFirst(violation);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    public synchronized Listed listed() {
        return new Listed(count, List.copyOf(newest));
    }
}
