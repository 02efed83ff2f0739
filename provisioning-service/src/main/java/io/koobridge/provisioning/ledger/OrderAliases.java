package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.OtherEdition;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
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

    /** Empty when nobody owns the order yet, in neither edition: what was bought in the other one is no new purchase. */
    public Mono<String> ownerOf(InstanceKind kind, OrderKey order) {
        var own = key(kind, order);
        var other = OtherEdition.keyOf(order).map(key -> key(kind, key)).orElse(own);
        return Flux.from(collection.find(in("_id", own, other)))
                .collectMap(alias -> alias.getString("_id").getValue(), OrderAliases::owner)
                .flatMap(owners -> Mono.justOrEmpty(owners.getOrDefault(own, owners.get(other))));
    }

    private static String owner(BsonDocument alias) {
        return alias.getString(INSTANCE_ID).getValue();
    }

    static String key(InstanceKind kind, OrderKey order) {
        return kind.name() + ':' + order.canonical();
    }
}
