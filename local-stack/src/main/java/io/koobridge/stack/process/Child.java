package io.koobridge.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One child: at most one process at a time, none after the stop. */
final class Child {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ProcessSpec spec;
    private final Occasion occasion;
    private final Logs logs;
    private @Nullable Process process;
    private boolean stopping;

    Child(ProcessSpec spec, Occasion occasion, Logs logs) {
        this.spec = spec;
        this.occasion = occasion;
        this.logs = logs;
    }

    String name() {
        return spec.name();
    }

    /** The new process, or null when the child is being stopped. */
    synchronized @Nullable Process start() {
        if (stopping) {
            return null;
        }
        var builder = new ProcessBuilder(spec.command()).redirectErrorStream(true);
        occasion.restrict(builder.environment());
        // A thread's malloc arena is never given back; two are enough for two cores.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(spec.environment());
        boolean first = process == null;
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            logs.follow(spec.name(), started, first);
            process = started;
            return started;
        } catch (IOException e) {
            throw new StackFailure("The " + spec.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Whether it became ready in time; false as soon as it died. */
    static boolean awaitReady(Process process, Readiness readiness, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < deadline) {
            if (readiness.holds()) {
                // Somebody answers; it is this child only if this child still lives.
                return process.isAlive();
            }
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    /** Whether some process of it lives and is ready in time. */
    boolean awaitReady(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < deadline) {
            Process current = process();
            if (current != null && current.isAlive() && spec.readiness().holds()) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    Readiness readiness() {
        return spec.readiness();
    }

    synchronized @Nullable Process process() {
        return process;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Asks it to stop, and ends it when it does not. Returns whether it stopped by itself. */
    boolean stop() throws InterruptedException {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        if (current == null) {
            return true;
        }
        // By its handle: the process's own method would close its output, and nobody would read what it says while it
        // stops.
        current.toHandle().destroy();
        if (current.waitFor(occasion.timeToStop().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        current.destroyForcibly().waitFor();
        return false;
    }
}
