package io.koobridge.stack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Starts children group by group, starts those again that die, and stops them in the opposite order. What they print is under
 * {@code logs/} of the home directory.
 */
public final class Supervisor implements AutoCloseable {

    private static final String PIDS = "pids";
    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("supervisor").start(task);

    private final List<List<Child>> groups = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Occasion occasion;
    private final Logs logs;
    private final PidFile pidFile;
    private final Holds holds;
    private final Progress progress;

    public Supervisor(Path home, Progress progress) {
        this(home, Occasion.USE, progress);
    }

    public Supervisor(Path home, Occasion occasion, Progress progress) {
        this.occasion = occasion;
        this.logs = new Logs(home.resolve("logs"));
        this.pidFile = new PidFile(home.resolve(PIDS));
        this.holds = new Holds(home);
        this.progress = progress;
        holds.forget();
        endLeftOvers(home, progress);
    }

    /** Ends the children of an earlier run that was killed; to be called before their directory is emptied. */
    public static void endLeftOvers(Path home, Progress progress) {
        var ended = new PidFile(home.resolve(PIDS)).endLeftOvers();
        if (!ended.isEmpty()) {
            progress.say("Ended what an earlier run left behind: " + String.join(", ", ended));
        }
    }

    /**
     * Starts these beside one another and returns when all are ready.
     *
     * @throws StackFailure when a port is taken, a child dies or is not ready in time
     */
    public void startTogether(List<ProcessSpec> specs) {
        specs.forEach(spec -> FreePort.requireFree(spec.name(), spec.ports()));
        var children =
                specs.stream().map(spec -> new Child(spec, occasion, logs)).toList();
        groups.add(children);
        var starts = children.stream()
                .map(child -> CompletableFuture.runAsync(() -> startFirst(child), THREADS))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    /** Called whenever a child was started again under another process id. */
    public void onRestart(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Returns when a child that was down is up and ready.
     *
     * @throws StackFailure when it is not in time
     */
    public void awaitReady(String name) {
        Child child = groups.stream()
                .flatMap(List::stream)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no process " + name));
        try {
            if (!child.awaitReady(TIME_TO_START)) {
                throw new StackFailure(
                        "The " + name + " is not ready again after " + TIME_TO_START.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the " + name + " started", e);
        }
    }

    /** The process ids of the children that live, by name. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        handles().forEach((name, handle) -> pids.put(name, handle.pid()));
        return pids;
    }

    private void startFirst(Child child) {
        long begin = System.nanoTime();
        Process process = child.start();
        if (process == null) {
            return;
        }
        writePids();
        if (!isReady(child, process)) {
            throw new StackFailure(child.isStopping() ? "The start was given up" : whyNotReady(child, process));
        }
        progress.say("  %-13s ready after %5.1f s"
                .formatted(child.name(), since(begin).toMillis() / 1000.0));
        THREADS.execute(() -> keepAlive(child, process, begin));
    }

    private void keepAlive(Child child, Process first, long firstBegin) {
        try {
            Backoff backoff = Backoff.NONE;
            long begin = firstBegin;
            for (Process process = first; process != null; process = startAgain(child)) {
                int exit = process.waitFor();
                if (child.isStopping()) {
                    return;
                }
                backoff = holds.isHeld(child.name()) ? Backoff.NONE : backoff.after(since(begin));
                progress.say(whenAgain(child, exit, backoff));
                Thread.sleep(backoff.delay());
                holds.await(child.name(), child::isStopping);
                begin = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StackFailure e) {
            progress.say(String.valueOf(e.getMessage()));
        }
    }

    private String whenAgain(Child child, int exit, Backoff backoff) {
        return holds.isHeld(child.name())
                ? "The %s died (exit %d), it is held down until %s goes"
                        .formatted(child.name(), exit, holds.file(child.name()))
                : "The %s died (exit %d), it is started again in %.1f s"
                        .formatted(child.name(), exit, backoff.delay().toMillis() / 1000.0);
    }

    private @Nullable Process startAgain(Child child) {
        long begin = System.nanoTime();
        Process process = child.start();
        if (process != null) {
            writePids();
            listeners.forEach(Runnable::run);
            if (isReady(child, process)) {
                progress.say("  %-13s ready again after %.1f s"
                        .formatted(child.name(), since(begin).toMillis() / 1000.0));
            }
        }
        return process;
    }

    private static boolean isReady(Child child, Process process) {
        try {
            return Child.awaitReady(process, child.readiness(), TIME_TO_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String whyNotReady(Child child, Process process) {
        String what = process.isAlive()
                ? "is not ready after " + TIME_TO_START.toMinutes() + " minutes"
                : "ended with exit code " + process.exitValue() + " before it was ready";
        return "The %s %s. Its last lines (all of them: %s):%n%s"
                .formatted(child.name(), what, logs.file(child.name()), logs.lastLines(child.name()));
    }

    private synchronized void writePids() {
        pidFile.write(handles());
    }

    private Map<String, ProcessHandle> handles() {
        var handles = new TreeMap<String, ProcessHandle>();
        for (Child child : groups.stream().flatMap(List::stream).toList()) {
            Process process = child.process();
            if (process != null && process.isAlive()) {
                handles.put(child.name(), process.toHandle());
            }
        }
        return handles;
    }

    /** Stops the group that was started last first. Children of one group stop beside one another. */
    @Override
    public void close() {
        for (List<Child> group : new ArrayList<>(groups).reversed()) {
            CompletableFuture.allOf(group.stream()
                            .map(child -> CompletableFuture.runAsync(() -> stop(child), THREADS))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        pidFile.delete();
        logs.close();
    }

    private void stop(Child child) {
        try {
            if (!child.stop()) {
                progress.say("The " + child.name() + " did not stop when it was asked to and was killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
