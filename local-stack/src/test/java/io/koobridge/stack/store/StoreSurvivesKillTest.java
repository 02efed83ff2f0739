package io.koobridge.stack.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.koobridge.stack.JavaProcess;
import io.koobridge.stack.process.FreePort;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the stand-in store: an acknowledged write is there after kill -9. */
class StoreSurvivesKillTest {

    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 3;
    private static final int WRITES_BEFORE_A_KILL = 1_000;

    private final Path directory;
    private final int port = FreePort.next();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private Process store;

    StoreSurvivesKillTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        store.destroyForcibly();
    }

    @Tag("promise:stand-ins-keep")
    @Test
    void everyAcknowledgedInsertIsFoundAfterEachOfThreeKills() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            insertUntilKilled();

            startStore();
            try (var client = client()) {
                assertThat(stored(client)).as("round %d", round).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * WRITES_BEFORE_A_KILL);
    }

    @Test
    void aKillNeverLeavesAnIndexEntryWithoutItsDocument() throws Exception {
        insertUntilKilled();

        startStore();

        try (var client = client()) {
            var found = stored(client);
            // What was in flight at the kill is either there or can be inserted: no key is taken by nothing.
            for (int number = 0; number < numbers.get(); number++) {
                if (!found.contains(number)) {
                    collection(client).insertOne(document(number));
                }
            }
            assertThat(stored(client)).hasSize(numbers.get());
        }
    }

    @Test
    void aTerminatedStoreClosesCleanlyAndKeepsItsContents() throws Exception {
        try (var client = client()) {
            collection(client).insertOne(document(1));
        }

        store.destroy();

        assertThat(store.waitFor(20, TimeUnit.SECONDS)).isTrue();
        startStore();
        try (var client = client()) {
            assertThat(stored(client)).containsExactly(1);
        }
    }

    @BeforeEach
    void startStore() {
        store = JavaProcess.start(
                directory.resolve("store.log"),
                StoreMain.class,
                Integer.toString(port),
                directory.resolve("store.mv").toString());
        JavaProcess.awaitPort(port);
    }

    private void insertUntilKilled() throws InterruptedException {
        int enough = acknowledged.size() + WRITES_BEFORE_A_KILL;
        try (var client = client();
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var collection = collection(client);
            for (int i = 0; i < IN_FLIGHT; i++) {
                writers.execute(() -> insertWhileAlive(collection, enough));
            }
        }
    }

    private void insertWhileAlive(MongoCollection<Document> collection, int enough) {
        try {
            while (store.isAlive()) {
                int number = numbers.getAndIncrement();
                collection.insertOne(document(number));
                acknowledged.add(number);
                if (acknowledged.size() >= enough) {
                    store.destroyForcibly();
                }
            }
        } catch (MongoException e) {
            // Not acknowledged: the store may have it or not.
        }
    }

    private MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?maxPoolSize=" + IN_FLIGHT
                + "&retryWrites=false&serverSelectionTimeoutMS=5000");
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        var collection = client.getDatabase("test").getCollection("things");
        collection.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        return collection;
    }

    private static Document document(int number) {
        return new Document("_id", number).append("name", "name-" + number).append("text", "x".repeat(200));
    }

    private static Set<Integer> stored(MongoClient client) {
        var found = new HashSet<Integer>();
        for (var document : collection(client).find()) {
            found.add(document.getInteger("_id"));
        }
        return found;
    }
}
