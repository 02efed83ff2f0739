package io.koobridge.benchmark.load.process;

import io.koobridge.stack.process.ProcessSpec;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.StopAtExit;
import io.koobridge.stack.process.Supervisor;
import java.nio.file.Path;
import java.util.List;

/** The processes of one section. They end with it, and at the latest when this process is asked to end. */
public final class Children implements AutoCloseable {

    private final Supervisor supervisor;
    private final StopAtExit stopAtExit;
    private boolean closed;

    /**
     * None of them runs yet.
     *
     * @param home where they log, below {@code logs}
     */
    public Children(Path home, Progress progress) {
        this.supervisor = new Supervisor(home, progress);
        this.stopAtExit = new StopAtExit(this::stop);
    }

    /** Starts these beside one another and returns when all are ready. */
    public void start(List<ProcessSpec> processes) {
        supervisor.startTogether(processes);
    }

    /**
     * The process id of one of them.
     *
     * @throws StackFailure when it does not live
     */
    public long pid(String process) {
        Long pid = supervisor.pids().get(process);
        if (pid == null) {
            throw new StackFailure("The " + process + " does not run any more");
        }
        return pid;
    }

    private synchronized void stop() {
        if (!closed) {
            closed = true;
            supervisor.close();
        }
    }

    @Override
    public void close() {
        stopAtExit.close();
    }
}
