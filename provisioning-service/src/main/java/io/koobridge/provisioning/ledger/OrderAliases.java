package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Which instance owns an order: whoever claims it first, an imported instance before the derived id (design §4). */
public final class OrderAliases {

    private static final String INSTANCE_ID = "instanceId";

    private final MongoCollection<BsonDocument> collection;

    public OrderAliases(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** The owner of the order, this instance if nobody was before it. */
    public Mono<String> claim(InstanceKind kind, OrderKey order, String instanceId) {
        var claimed = collection.findOneAndUpdate(
                eq("_id", key(kind, order)),
                setOnInsert(INSTANCE_ID, instanceId),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Mono.from(claimed).map(OrderAliases::owner);
    }

    /** Empty when nobody owns the order yet. */
    public Mono<String> ownerOf(InstanceKind kind, OrderKey order) {
        return Mono.from(collection.find(eq("_id", key(kind, order))).first()).map(OrderAliases::owner);
    }

    private static String owner(BsonDocument alias) {
        return alias.getString(INSTANCE_ID).getValue();
    }

    static String key(InstanceKind kind, OrderKey order) {
        return kind.name() + ':' + order.canonical();
    }
}
