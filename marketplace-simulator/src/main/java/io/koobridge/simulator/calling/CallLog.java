package io.koobridge.simulator.calling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The newest calls, in a ring. */
public final class CallLog {
    private final int kept;
    private final Deque<Call> newest = new ArrayDeque<>();
    private long count;

    public CallLog(int kept) {
        this.kept = kept;
    }

    /** The newest first; {@code total} counts also those no longer kept. */
    public record Listed(long total, List<Call> calls) {}

    public synchronized void add(Call call) {
        count++;
        newest.addFirst(call);
        if (newest.size() > kept) {
            newest.removeLast();
        }
    }

    /** Newest first. */
    public synchronized Listed listed(Predicate<Call> wanted, int limit) {
        return new Listed(count, newest.stream().filter(wanted).limit(limit).toList());
    }
}
