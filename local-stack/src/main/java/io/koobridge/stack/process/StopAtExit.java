package io.koobridge.stack.process;

/** Stops something when it is closed, and at the latest when this process ends. */
public final class StopAtExit implements AutoCloseable {

    private final Runnable stop;
    private final Thread hook;

    /**
     * From now on.
     *
     * @param stop bears being called twice, also at the same time
     * @throws IllegalStateException when this process is already ending
     */
    public StopAtExit(Runnable stop) {
        this.stop = stop;
        this.hook = Thread.ofPlatform().name("stop").unstarted(stop);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        stop.run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // This process is ending, and the hook does its work or has done it.
        }
    }
}
