package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.ledger.StorePreparation;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Products of which this ledger has instances, tombstones included. */
public final class SoldProducts implements StorePreparation {

    /** As the ledger writes an instance. */
    private static final String PRODUCT = "state.spec.bought.value.product.productId";

    private final MongoCollection<BsonDocument> instances;

    public SoldProducts(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(instances.createIndex(Indexes.ascending(PRODUCT))).then();
    }

    /** Whether an instance is, or was when it ended, one of these. */
    public Mono<Boolean> anyOf(List<String> productIds) {
        return Mono.from(instances
                        .find(in(PRODUCT, productIds))
                        .projection(include("_id"))
                        .first())
                .hasElement();
    }
}
