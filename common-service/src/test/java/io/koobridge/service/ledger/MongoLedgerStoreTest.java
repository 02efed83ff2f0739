package io.koobridge.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoLedgerStoreTest extends LedgerStoreContract {

    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void connect() {
        var uri = new ConnectionString(TestStore.shared().freshConnectionString(MongoLedgerStoreTest.class));
        client = MongoClients.create(uri);
        database = client.getDatabase(uri.getDatabase());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected LedgerStore<Door> store() {
        return new MongoLedgerStore<>(collection(UUID.randomUUID().toString()), Door.class);
    }

    @Test
    void theSweepHasItsIndexAndTheGaugesFindAllInIt() {
        var name = "indexed";

        new MongoLedgerStore<>(collection(name), Door.class).prepare(database).block();

        var keys = Flux.from(collection(name).listIndexes(BsonDocument.class))
                .map(index -> index.getDocument("key").keySet())
                .collectList()
                .block();
        assertThat(keys).anySatisfy(key -> assertThat(key).containsExactly("work.dueAt", "work.stuckAt", "work.since"));
    }

    @Test
    void aDocumentThatSomebodyBrokeIsNamedInTheError() {
        var collection = collection("broken");
        Mono.from(collection.insertOne(
                        BsonDocument.parse("{_id:'door-7',version:{$numberLong:'1'},state:{generation:'many'}}")))
                .block();

        assertThatThrownBy(() -> new MongoLedgerStore<>(collection, Door.class)
                        .find("door-7")
                        .block())
                .isInstanceOf(UnreadableEntryException.class)
                .hasMessageContaining("door-7");
    }

    @Test
    void aDocumentThatSomebodyBrokeDoesNotHideOthersFromTheSweep() {
        var collection = collection("broken-work");
        Mono.from(collection.insertOne(BsonDocument.parse("{_id:'door-8',work:{dueAt:{$date:{$numberLong:'0'}}}}")))
                .block();
        var store = new MongoLedgerStore<>(collection, Door.class);
        var now = Instant.parse("2026-11-22T08:00:00Z");
        store.insert("door-9", new Door("red", 1, List.of()), new Work("t", 0, now, now, now))
                .block();

        var found = store.overdue(now, now, 10)
                .map(LedgerStore.Overdue::id)
                .collectList()
                .block();

        assertThat(found).containsExactly("door-9");
    }

    @Test
    void unsettledStuckAndExpiredOnesAreCountedAndSettledOnesAreNot() {
        var store = new MongoLedgerStore<>(collection("counted"), Door.class);
        var now = Instant.parse("2026-11-22T08:00:00Z");
        store.prepare(database).block();
        insert(store, "new", now, now.plusSeconds(900));
        insert(store, "stuck", now.minusSeconds(3_600), now.minusSeconds(1));
        insert(store, "expired", now.minus(Backlog.EXPIRES_AFTER), now.minusSeconds(1));
        insert(store, "settled", now.minus(Backlog.EXPIRES_AFTER), now.minusSeconds(1));
        store.claim("settled", "t", new Lease("me", now.plusSeconds(60)), now).block();
        store.settle("settled", 1, "me").block();

        assertThat(store.count(Backlog.Age.ANY, now).block()).isEqualTo(3);
        assertThat(store.count(Backlog.Age.STUCK, now).block()).isEqualTo(2);
        assertThat(store.count(Backlog.Age.EXPIRED, now).block()).isEqualTo(1);
    }

    private static void insert(MongoLedgerStore<Door> store, String id, Instant since, Instant stuckAt) {
        store.insert(id, new Door("red", 1, List.of()), new Work("t", 0, since, since, stuckAt))
                .block();
    }

    @Test
    void namesThatMeanSomethingToExtendedJsonStayNames() {
        var store = new MongoLedgerStore<>(collection("names"), Door.class);
        var odd = new Door("{\"$date\": 5}", Long.MAX_VALUE, List.of("$oid", "a.b", "\u0000", "实例"));

        store.insert("odd", odd, new Work("t", 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH))
                .block();

        assertThat(store.find("odd").map(Entry::state).block()).isEqualTo(odd);
    }

    private static MongoCollection<BsonDocument> collection(String name) {
        return LedgerModule.collection(database, name);
    }
}
