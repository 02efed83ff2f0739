package io.koobridge.benchmark.load.ledger;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;

/** A process that is stopped until this is closed, so that what it has to do lies before it whole when it goes on. */
final class Suspended implements AutoCloseable {

    private final long pid;

    Suspended(long pid) {
        this.pid = pid;
        signal("STOP", pid);
    }

    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (exit != 0) {
                throw new StackFailure("kill -%s %d ended with %d".formatted(name, pid, exit));
            }
        } catch (IOException e) {
            throw new StackFailure("Process " + pid + " cannot be stopped for a while: " + e.getMessage(), e);
        }
    }
}
