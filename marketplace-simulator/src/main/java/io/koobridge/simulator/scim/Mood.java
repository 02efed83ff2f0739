package io.koobridge.simulator.scim;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the directory is disposed, and what it was asked. Safe for threads. The clock is real time. */
public final class Mood {
    private static final ScimFault.Kind LIMIT = ScimFault.Kind.RATE_LIMIT;

    private final Clock clock;
    private final Map<String, Long> requests = new TreeMap<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private @Nullable ScimFault armed;
    private long hits;
    private long second;
    private int inSecond;

    public Mood(Clock clock) {
        this.clock = clock;
    }

    /**
     * The fault that is armed.
     *
     * @param hits calls that the fault has met since it was armed
     */
    public record State(@Nullable ScimFault armed, long hits) {}

    /**
     * What the directory was asked, by method, and what it answered, by status; {@code NONE} is a connection that was closed.
     *
     * @param hits of the fault
     */
    public record Counts(Map<String, Long> requests, Map<String, Long> answers, long hits) {}

    /** The fault that this request meets, if any; {@code method} is one of HTTP's. */
    synchronized @Nullable ScimFault meet(String method) {
        requests.merge(method, 1L, Long::sum);
        ScimFault fault = armed;
        if (fault == null || !fault.concerns(method) || (fault.kind() == LIMIT && !isTooMuch(fault))) {
            return null;
        }
        hits++;
        if (fault.calls() != null) {
            armed = fault.calls() > 1 ? fault.left(fault.calls() - 1) : null;
        }
        return fault;
    }

    private boolean isTooMuch(ScimFault fault) {
        long now = clock.instant().getEpochSecond();
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond > fault.rate();
    }

    synchronized void answered(String status) {
        answers.merge(status, 1L, Long::sum);
    }

    public synchronized State arm(ScimFault fault) {
        armed = fault;
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

    public synchronized Counts counts() {
        return new Counts(new TreeMap<>(requests), new TreeMap<>(answers), hits);
    }

    public synchronized void forgetCounts() {
        requests.clear();
        answers.clear();
    }
}
