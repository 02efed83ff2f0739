package io.koobridge.testkit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.testcontainers.mongodb.MongoDBContainer;

/** The three kinds of store. */
final class StoreServers {

    private StoreServers() {}

    static RunningServer chosen() {
        String given = System.getenv("KOOBRIDGE_MONGODB");
        if (given != null && !given.isBlank()) {
            return new RunningServer(given, () -> {});
        }
        return Containers.wanted() ? container() : inProcess();
    }

    static RunningServer inProcess() {
        var server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        return new RunningServer(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort(), server::shutdownNow);
    }

    private static RunningServer container() {
        var container = new MongoDBContainer("mongo:7.0").withReplicaSet();
        container.start();
        return new RunningServer(container.getConnectionString(), container::stop);
    }
}
