package io.koobridge.tenant;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.testkit.TestStore;

/** A database of a test class's own. */
public final class Stores implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    private Stores(ConnectionString uri) {
        client = MongoClients.create(uri);
        database = client.getDatabase(String.valueOf(uri.getDatabase()));
    }

    public static Stores fresh(Class<?> test) {
        return new Stores(new ConnectionString(TestStore.shared().freshConnectionString(test)));
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
    }
}
