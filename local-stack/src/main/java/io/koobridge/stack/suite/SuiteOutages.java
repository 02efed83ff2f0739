package io.koobridge.stack.suite;

import io.koobridge.stack.demo.Outages;
import io.koobridge.stack.process.Holds;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.Supervisor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Outages of a suite's own processes. */
final class SuiteOutages implements Outages {

    private static final long SECONDS_TO_DIE = 10;

    private final Supervisor supervisor;
    private final Holds holds;

    SuiteOutages(Supervisor supervisor, Holds holds) {
        this.supervisor = supervisor;
        this.holds = holds;
    }

    @Override
    public void hang(String process) {
        signal("STOP", process);
    }

    @Override
    public void goOn(String process) {
        signal("CONT", process);
    }

    @Override
    public void down(String process) {
        holds.hold(process);
        var victim = ProcessHandle.of(pid(process)).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().orTimeout(SECONDS_TO_DIE, TimeUnit.SECONDS).join();
    }

    @Override
    public void up(String process) {
        holds.release(process);
        supervisor.awaitReady(process);
    }

    private void signal(String signal, String process) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid(process)))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new StackFailure("kill -%s %s ended with %d".formatted(signal, process, exit));
            }
        } catch (IOException e) {
            throw new StackFailure("kill cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while " + process + " was signalled", e);
        }
    }

    private long pid(String process) {
        Long pid = supervisor.pids().get(process);
        if (pid == null) {
            throw new StackFailure("There is no process " + process + "; there are "
                    + supervisor.pids().keySet());
        }
        return pid;
    }
}
