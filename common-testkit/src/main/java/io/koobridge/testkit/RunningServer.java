package io.koobridge.testkit;

/** A server that answers at this address until it is closed. */
record RunningServer(String address, Runnable stop) implements AutoCloseable {

    static RunningServer closedWithTheJvm(RunningServer server) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        return server;
    }

    @Override
    public void close() {
        stop.run();
    }
}
