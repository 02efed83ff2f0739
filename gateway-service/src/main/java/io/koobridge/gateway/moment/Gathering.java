package io.koobridge.gateway.moment;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * What calls want done, waiting for company: what comes within a moment is done together, because most of its cost is waking those who do it. For
 * work that takes longer than the moment anyway. Thread-safe and bounded.
 */
public final class Gathering<T> {

    public static final Duration MOMENT = Duration.ofMillis(10);

    /** For what found company already, in a moment that it waited before. */
    public static final Duration SHORT_MOMENT = Duration.ofMillis(2);

    private final Duration moment;
    private final int enough;
    private final int most;
    private final Runnable due;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean timed = new AtomicBoolean();

    /**
     * Nothing waits yet.
     *
     * @param moment how long the first one waits
     * @param enough as many do not wait for more
     * @param most that can wait
     * @param due is run at the end of a moment, or when there are enough, and {@link #poll takes} what it can; on any thread, also at the same time
     */
    public Gathering(Duration moment, int enough, int most, Runnable due) {
        this.moment = moment;
        this.enough = enough;
        this.most = most;
        this.due = due;
    }

    /**
     * Puts something to the others.
     *
     * @param loop wakes at the end of the moment, which the first one begins
     * @return false when too much waits already
     */
    public boolean offer(T one, Scheduler loop) {
        if (count.getAndUpdate(waits -> Math.min(waits + 1, most)) == most) {
            return false;
        }
        waiting.add(one);
        if (count.get() >= enough) {
            due.run();
        } else if (timed.compareAndSet(false, true)) {
            var unused = loop.schedule(this::end, moment.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void end() {
        timed.set(false);
        due.run();
    }

    /** The one that has waited longest. */
    public @Nullable T poll() {
        var first = waiting.poll();
        if (first != null) {
            count.decrementAndGet();
        }
        return first;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
