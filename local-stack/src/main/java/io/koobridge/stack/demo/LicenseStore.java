package io.koobridge.stack.demo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import tools.jackson.databind.JsonNode;

/** The licence service's store, read as an operator reads it: what it knows of instances, and how far its licences are. */
final class LicenseStore implements Witness, AutoCloseable {

    private static final String DATABASE = "koobridge_license";

    private final MongoClient client;
    private final MongoCollection<BsonDocument> instances;
    private final MongoCollection<BsonDocument> applications;

    private LicenseStore(String address) {
        client = MongoClients.create(address);
        instances = client.getDatabase(DATABASE).getCollection("instances", BsonDocument.class);
        applications = client.getDatabase(DATABASE).getCollection("applications", BsonDocument.class);
    }

    static LicenseStore of(Place place) {
        return new LicenseStore(place.variable("KOOBRIDGE_STORE_ADDRESS"));
    }

    @Override
    public String name() {
        return "license-service";
    }

    /** What it was told of the instance last. */
    @Override
    public Optional<InstanceState> of(JsonNode purchase) {
        try {
            return Optional.ofNullable(instances
                            .find(Filters.eq("_id", purchase.path("instanceId").asString("")))
                            .first())
                    .map(document -> state(document.getDocument("state").getDocument("snapshot")));
        } catch (MongoException e) {
            return Optional.empty();
        }
    }

    private static InstanceState state(BsonDocument snapshot) {
        String expiry = text(snapshot, "expiresAt");
        return new InstanceState(
                text(snapshot, "phase"), expiry.isEmpty() ? null : Instant.parse(expiry), product(snapshot));
    }

    private static InstanceState.Product product(BsonDocument snapshot) {
        if (!snapshot.isDocument("bought") || !snapshot.getDocument("bought").isDocument("product")) {
            return InstanceState.Product.UNKNOWN;
        }
        BsonDocument product = snapshot.getDocument("bought").getDocument("product");
        return new InstanceState.Product(
                text(product, "productId"),
                text(product, "skuCode"),
                product.isNumber("quantity")
                        ? Long.valueOf(product.getNumber("quantity").longValue())
                        : null);
    }

    /** The phases of all licences of an instance; that of one with whom somebody has still something to do is no statement. */
    List<String> phases(String instanceId) {
        var found = applications.find(Filters.eq("state.request.instanceId", instanceId));
        return StreamSupport.stream(found.spliterator(), false)
                .map(document -> isUnsettled(document) ? "unsettled" : phase(document))
                .sorted()
                .toList();
    }

    /** The id of the licence that was applied for by this event. */
    String licenseOf(String eventId) {
        return Optional.ofNullable(applications
                        .find(Filters.eq("state.request.eventId", eventId))
                        .first())
                .map(document -> text(document, "_id"))
                .orElse("");
    }

    private static String phase(BsonDocument document) {
        return text(document.getDocument("state").getDocument("progress"), "phase");
    }

    private static boolean isUnsettled(BsonDocument document) {
        return document.containsKey("work") || document.containsKey("lease");
    }

    private static String text(BsonDocument document, String name) {
        return document.isString(name) ? document.getString(name).getValue() : "";
    }

    @Override
    public void close() {
        client.close();
    }
}
