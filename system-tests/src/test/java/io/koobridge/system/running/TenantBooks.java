package io.koobridge.system.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Looks into tenant-sync-service's store as an operator would, and into everybody else's for what must not be there. */
final class TenantBooks implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    TenantBooks(String address) {
        client = MongoClients.create(address);
        database = client.getDatabase("koobridge_tenants");
    }

    /** Rows of one kind and tenant, {@code departments} or {@code users}. */
    long size(String kind, String tenantId) {
        return rows(kind, tenantId).size();
    }

    List<BsonDocument> rows(String kind, String tenantId) {
        return database.getCollection(kind, BsonDocument.class)
                .find(Filters.regex("_id", "^" + tenantId))
                .into(new ArrayList<>());
    }

    /** Lists that did not arrive whole. */
    long unfinishedRuns(String tenantId) {
        return database.getCollection("sync-runs")
                .countDocuments(Filters.and(Filters.eq("tenantId", tenantId), Filters.exists("completedAt", false)));
    }

    /** Every document of every service. */
    List<String> everything() {
        var all = new ArrayList<String>();
        for (var name : client.listDatabaseNames()) {
            for (var collection : client.getDatabase(name).listCollectionNames()) {
                client.getDatabase(name)
                        .getCollection(collection, BsonDocument.class)
                        .find()
                        .forEach(found -> all.add("%s.%s %s".formatted(name, collection, found.toJson())));
            }
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
    }
}
