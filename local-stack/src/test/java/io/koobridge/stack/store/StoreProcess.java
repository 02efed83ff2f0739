package io.koobridge.stack.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.koobridge.stack.JavaProcess;
import io.koobridge.stack.process.FreePort;
import java.nio.file.Path;

/** The store as a process of its own that can be killed, and a client of it. */
record StoreProcess(Process process, MongoClient client) implements AutoCloseable {

    /** Returns when it answers. What an earlier one stored in the directory is there. */
    static StoreProcess in(Path directory) {
        int port = FreePort.next();
        var process = JavaProcess.start(
                directory.resolve("store.log"),
                StoreMain.class,
                Integer.toString(port),
                directory.resolve("store.mv").toString());
        var client = MongoClients.create("mongodb://127.0.0.1:" + port);
        JavaProcess.awaitPort(port);
        return new StoreProcess(process, client);
    }

    /** Killed, and gone. */
    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
    }
}
