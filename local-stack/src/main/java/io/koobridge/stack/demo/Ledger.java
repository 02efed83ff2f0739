package io.koobridge.stack.demo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The provisioning service's store, read as an operator reads it. Only what is settled is a statement. */
final class Ledger implements Witness, AutoCloseable {

    private final MongoClient client;
    private final MongoCollection<BsonDocument> instances;

    Ledger(String address) {
        client = MongoClients.create(address);
        instances = client.getDatabase("koobridge_provisioning").getCollection("instances", BsonDocument.class);
    }

    @Override
    public String name() {
        return "the ledger";
    }

    @Override
    public Optional<InstanceState> of(JsonNode purchase) {
        try {
            return find(purchase.path("instanceId").asString(""))
                    .filter(document -> !isUnsettled(document))
                    .map(document -> state(document.getDocument("state")));
        } catch (MongoException e) {
            return Optional.empty();
        }
    }

    /** How many instances it knows. */
    long size() {
        return instances.countDocuments();
    }

    /** Whether somebody works on it, or has to. */
    boolean isUnsettled(String instanceId) {
        return find(instanceId).filter(Ledger::isUnsettled).isPresent();
    }

    /** Whether somebody is at it this moment. */
    boolean isClaimed(String instanceId) {
        return find(instanceId)
                .filter(document -> document.containsKey("lease"))
                .isPresent();
    }

    private Optional<BsonDocument> find(String instanceId) {
        return Optional.ofNullable(instances.find(Filters.eq("_id", instanceId)).first());
    }

    private static boolean isUnsettled(BsonDocument document) {
        return document.containsKey("work") || document.containsKey("lease");
    }

    private static @Nullable InstanceState state(BsonDocument state) {
        BsonDocument spec = state.getDocument("spec");
        String wanted = spec.getDocument("wanted").getString("value").getValue();
        String observed = text(state.getDocument("status"), "observed");
        if (!wanted.equals(observed)) {
            return null;
        }
        String expiry = spec.isDocument("expiry") ? text(spec.getDocument("expiry"), "value") : "";
        return new InstanceState(wanted, expiry.isEmpty() ? null : Instant.parse(expiry), product(spec));
    }

    private static InstanceState.Product product(BsonDocument spec) {
        if (!spec.isDocument("bought")) {
            return InstanceState.Product.UNKNOWN;
        }
        BsonDocument bought = spec.getDocument("bought").getDocument("value");
        if (!bought.isDocument("product")) {
            return InstanceState.Product.UNKNOWN;
        }
        BsonDocument product = bought.getDocument("product");
        return new InstanceState.Product(
                text(product, "productId"),
                text(product, "skuCode"),
                product.isNumber("quantity")
                        ? Long.valueOf(product.getNumber("quantity").longValue())
                        : null);
    }

    private static String text(BsonDocument document, String name) {
        return document.isString(name) ? document.getString(name).getValue() : "";
    }

    @Override
    public void close() {
        client.close();
    }
}
