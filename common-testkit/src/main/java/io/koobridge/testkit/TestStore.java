package io.koobridge.testkit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store that speaks MongoDB's wire protocol. {@link #shared()} is one server for the whole JVM, started at first use and
 * closed when the JVM ends; tests keep apart by their database names.
 *
 * <p>Which server it is: the one that {@code KOOBRIDGE_MONGODB} names; else, under {@code -Dkoobridge.containers=true} with
 * a container engine, a real MongoDB replica set; else an in-process stand-in that keeps everything in memory and has
 * neither transactions, TTL deletion nor partial indexes.
 */
public final class TestStore implements AutoCloseable {

    /** Longest database name that MongoDB takes, in bytes. */
    private static final int LONGEST_NAME = 63;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);

    private final RunningServer server;

    private TestStore(RunningServer server) {
        this.server = server;
    }

    /** The store of this JVM. Nobody closes it: the JVM does. */
    public static TestStore shared() {
        return Shared.STORE;
    }

    /** A stand-in of the caller's own, for tests that take the store away. Its contents end with it. */
    public static TestStore startInProcess() {
        return new TestStore(StoreServers.inProcess());
    }

    /** A connection string for this very database. Options of a given server's address stay. */
    public String connectionString(String database) {
        return MongoAddress.withDatabase(server.address(), database);
    }

    /** A connection string for a database that no other test has seen. */
    public String freshConnectionString(Class<?> test) {
        return connectionString(freshDatabase(test));
    }

    /** A database name that no other test of this or another JVM uses: 63 bytes at most. */
    public static String freshDatabase(Class<?> test) {
        String unique = "-" + RUN + "-" + DATABASES.incrementAndGet();
        String name = test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - unique.length())) + unique;
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Shared {
        static final TestStore STORE = new TestStore(RunningServer.closedWithTheJvm(StoreServers.chosen()));
    }
}
