package io.koobridge.system.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonDocument;

/** Looks into the provisioning service's store as an operator would. */
final class Ledger implements AutoCloseable {

    private final MongoClient client;
    private final MongoCollection<BsonDocument> instances;
    private final MongoCollection<BsonDocument> findings;

    Ledger(String address) {
        client = MongoClients.create(address);
        var database = client.getDatabase("koobridge_provisioning");
        instances = database.getCollection("instances", BsonDocument.class);
        findings = database.getCollection("findings", BsonDocument.class);
    }

    long size() {
        return instances.countDocuments();
    }

    /** Documents that somebody has still something to do with, or claims to work on. */
    List<BsonDocument> unsettled() {
        return instances
                .find(Filters.or(Filters.exists("work"), Filters.exists("lease")))
                .into(new ArrayList<>());
    }

    long findings() {
        return findings.countDocuments();
    }

    /** One of them, whole. */
    Optional<BsonDocument> find(String instanceId) {
        return Optional.ofNullable(instances.find(Filters.eq("_id", instanceId)).first());
    }

    /** Puts another document in its place, as nobody should. */
    void tamper(BsonDocument document) {
        instances.replaceOne(Filters.eq("_id", document.getString("_id")), document);
    }

    /** What the marketplace wanted last of each instance. */
    Map<String, Long> generations() {
        var generations = new TreeMap<String, Long>();
        instances
                .find()
                .forEach(found -> generations.put(
                        found.getString("_id").getValue(),
                        found.getDocument("state")
                                .getDocument("spec")
                                .getNumber("generation")
                                .longValue()));
        return generations;
    }

    @Override
    public void close() {
        client.close();
    }
}
