package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** Runs the stand-in store in a process of its own: {@code StoreMain <port> <file>}. SIGTERM closes it cleanly. */
public final class StoreMain {

    /** A connection's thread waits while its write becomes durable, so a group commit is never larger than this. */
    private static final int CONNECTION_THREADS = 128;

    private StoreMain() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());

        var store = open(file);
        var commits = new GroupCommit(store);
        // Indexes that are made anew while it opens become durable together.
        var server = new MongoServer(commits.change(() -> new DurableBackend(store, commits)));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, CONNECTION_THREADS);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            server.stopListening();
            commits.close();
            server.shutdownNow();
        }));
        System.out.println("The store answers on port " + port + ", its file is " + file);
    }

    /** Nothing is stored behind the group commit's back, neither by time nor by memory. */
    private static MVStore open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                // Reading one document reads its page, and changing it writes that: some documents a page, not dozens.
                .pageSplitSize(4 << 10)
                .open();
        store.setRetentionTime(0);
        return store;
    }
}
