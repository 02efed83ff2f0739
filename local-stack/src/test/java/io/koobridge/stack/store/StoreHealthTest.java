package io.koobridge.stack.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.koobridge.stack.JavaProcess;
import io.koobridge.stack.process.FreePort;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreHealthTest {

    /** As Spring's health check asks, in every database that there is: a service is ready only when it is answered. */
    @Test
    void saysHelloInADatabaseThatHasSomething(@TempDir Path directory) {
        int port = FreePort.next();
        var store = JavaProcess.start(
                directory.resolve("store.log"),
                StoreMain.class,
                Integer.toString(port),
                directory.resolve("store.mv").toString());
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            JavaProcess.awaitPort(port);
            var database = client.getDatabase("test");
            database.getCollection("things").insertOne(new Document("_id", 1));

            assertThat(database.runCommand(new Document("hello", 1)).getInteger("maxWireVersion"))
                    .isPositive();
        } finally {
            store.destroyForcibly();
        }
    }
}
