package io.koobridge.simulator.calling;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work now or later, each piece on a virtual thread of its own; one small thread keeps the time. */
public final class Timetable implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Timetable.class);

    // What comes due after the end is dropped without a word.
    private final ScheduledExecutorService clockwork = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("timetable").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());

    /**
     * Runs work later.
     *
     * @param delay in real time
     */
    public void after(Duration delay, Runnable work) {
        var unused = clockwork.schedule(() -> now(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void every(Duration interval, Runnable work) {
        var unused = clockwork.scheduleWithFixedDelay(
                () -> now(work), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void now(Runnable work) {
        Thread.ofVirtual().name("marketplace").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("a piece of the marketplace's work failed");
            }
        });
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
