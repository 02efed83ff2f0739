package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** By which orders instances were bought. Nothing else is read, so a document that somebody broke elsewhere tells it too. */
public final class OwnOrders {

    /** As the ledger writes an instance. */
    private static final String STATE = "state";

    private static final String ORDER = "order";

    private final MongoCollection<BsonDocument> instances;

    public OwnOrders(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    /** Empty when there is no instance of this id. */
    public Mono<OwnOrder> of(String instanceId) {
        return Mono.from(instances
                        .find(eq("_id", instanceId))
                        .projection(include(STATE + '.' + ORDER))
                        .first())
                .map(found -> member(member(found, STATE), ORDER))
                .map(order -> new OwnOrder(text(order, "orderId"), text(order, "orderLineId")));
    }

    private static BsonDocument member(BsonDocument parent, String name) {
        var child = parent.get(name);
        return child != null && child.isDocument() ? child.asDocument() : new BsonDocument();
    }

    private static @Nullable String text(BsonDocument order, String name) {
        var value = order.get(name);
        return value != null && value.isString() ? value.asString().getValue() : null;
    }
}
