package io.koobridge.gateway.moment;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * What calls want done, waiting for company: what comes within a moment is done together, because most of its cost is waking those who do it. For
 * work that takes longer than the moment anyway. Thread-safe and bounded.
 */
public final class Gathering<T> {

    public static final Duration MOMENT = Duration.ofMillis(10);

    private final int enough;
    private final Runnable due;
    private final BlockingQueue<T> waiting;
    private final AtomicBoolean timed = new AtomicBoolean();

    /**
     * Nothing waits yet.
     *
     * @param enough as many do not wait for more
     * @param most that can wait
     * @param due is run at the end of a moment, or when there are enough, and {@link #poll takes} what it can; on any thread, also at the same time
     */
    public Gathering(int enough, int most, Runnable due) {
        this.enough = enough;
        this.due = due;
        this.waiting = new LinkedBlockingQueue<>(most);
    }

    /**
     * Puts something to the others.
     *
     * @param loop wakes at the end of the moment, which the first one begins
     * @return false when too much waits already
     */
    public boolean offer(T one, Scheduler loop) {
        if (!waiting.offer(one)) {
            return false;
        }
        if (waiting.size() >= enough) {
            due.run();
        } else if (timed.compareAndSet(false, true)) {
            var unused = loop.schedule(this::end, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void end() {
        timed.set(false);
        due.run();
    }

    /** The one that has waited longest. */
    public @Nullable T poll() {
        return waiting.poll();
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
