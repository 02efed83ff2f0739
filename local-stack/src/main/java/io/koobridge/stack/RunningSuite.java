package io.koobridge.stack;

import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.suite.Installation;
import io.koobridge.stack.suite.Suite;

/** A suite that holds its home's lock and is stopped at the latest when this process is asked to end. */
final class RunningSuite implements AutoCloseable {

    private final HomeLock lock;
    private final Suite suite;
    private final Thread stopAtExit;

    private RunningSuite(HomeLock lock, Suite suite) {
        this.lock = lock;
        this.suite = suite;
        this.stopAtExit = Thread.ofPlatform().name("stop").unstarted(this::stop);
    }

    /** @param lock of the installation's home; given back when the suite has stopped */
    static RunningSuite start(HomeLock lock, Installation installation, Progress progress) {
        var running = new RunningSuite(lock, new Suite(installation, progress));
        try {
            Runtime.getRuntime().addShutdownHook(running.stopAtExit);
        } catch (IllegalStateException e) {
            running.stop();
            throw new StackFailure("KooBridge does not start, it was asked to stop", e);
        }
        try {
            running.suite.start();
            return running;
        } catch (RuntimeException e) {
            running.stop();
            throw e;
        }
    }

    Suite suite() {
        return suite;
    }

    /** Whoever calls this second waits until everything has stopped. */
    private synchronized void stop() {
        suite.close();
        lock.close();
    }

    @Override
    public void close() {
        stop();
    }
}
