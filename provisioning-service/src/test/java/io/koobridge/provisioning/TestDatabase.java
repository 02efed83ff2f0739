package io.koobridge.provisioning;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.OrderMentions;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.TestStore;
import org.bson.BsonDocument;

/** A database of a test's own, and what this service has in it. */
public final class TestDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    public TestDatabase(Class<?> test) {
        var uri = new ConnectionString(TestStore.shared().freshConnectionString(test));
        client = MongoClients.create(uri);
        database = client.getDatabase(String.valueOf(uri.getDatabase()));
    }

    public MongoDatabase database() {
        return database;
    }

    public MongoCollection<BsonDocument> instances() {
        return LedgerModule.collection(database, "instances");
    }

    public Names names() {
        return new Names(
                LedgerModule.collection(database, "order-aliases"),
                LedgerModule.collection(database, "id-aliases"),
                "seller");
    }

    public OrderMentions mentions() {
        return new OrderMentions(LedgerModule.collection(database, "order-mentions"));
    }

    @Override
    public void close() {
        client.close();
    }
}
