package io.koobridge.stack.program;

import io.koobridge.stack.process.StopAtExit;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Children that end by themselves, and at the latest with whoever waits for them or with this process. */
final class BoundRuns implements AutoCloseable {

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final StopAtExit atExit;
    private volatile boolean ended;

    /** @throws IllegalStateException when this process is already ending */
    BoundRuns() {
        this.atExit = new StopAtExit(this::endAll);
    }

    /** Its exit code, when it has ended. */
    int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        running.add(process);
        if (ended) {
            process.destroyForcibly();
        }
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }

    void endAll() {
        ended = true;
        running.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        atExit.close();
    }
}
