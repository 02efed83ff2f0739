package io.koobridge.testkit;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Code that runs until its next pause and then waits to be resumed: one thread at a time, in an order that a seed decides. */
public final class Coroutine {

    private static final ThreadLocal<Coroutine> CURRENT = new ThreadLocal<>();

    private final Semaphore mine = new Semaphore(0);
    private final Semaphore schedulers = new Semaphore(0);
    private volatile boolean crash;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;

    /** The process died here: nothing after this point happens. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("killed", null, false, false);
        }
    }

    /** Runs to its first pause. */
    public Coroutine(Runnable body) {
        Thread.ofVirtual().start(() -> {
            CURRENT.set(this);
            mine.acquireUninterruptibly();
            try {
                body.run();
            } catch (Throwable e) {
                // What a kill -9 leaves behind is what was written before; the error may come wrapped.
                failure = crash ? null : e;
            } finally {
                done = true;
                schedulers.release();
            }
        });
        resume();
    }

    /** Called by the code under test, before everything that others could see. Outside a coroutine it does nothing. */
    public static void pause() {
        var current = CURRENT.get();
        if (current != null) {
            current.schedulers.release();
            current.mine.acquireUninterruptibly();
            if (current.crash) {
                throw new Crash();
            }
        }
    }

    /** Lets it run to its next pause, or to its end. */
    public void resume() {
        mine.release();
        schedulers.acquireUninterruptibly();
        if (failure != null) {
            throw new AssertionError("the code under test failed", failure);
        }
    }

    /** Lets the process die at its pause. */
    public void kill() {
        crash = true;
        resume();
    }

    public boolean done() {
        return done;
    }
}
