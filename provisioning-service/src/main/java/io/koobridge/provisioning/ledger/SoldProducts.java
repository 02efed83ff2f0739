package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.service.ledger.StorePreparation;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Products of which this ledger has instances, tombstones included. */
public final class SoldProducts implements StorePreparation {

    /** As the ledger writes an instance. */
    private static final String PRODUCT = "state.spec.bought.value.product.productId";

    private static final String ACCESS = "state.access";

    private final MongoCollection<BsonDocument> instances;

    public SoldProducts(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(instances.createIndex(Indexes.ascending(PRODUCT))).then();
    }

    /** Whether there are such instances, and V1 sold all of them. */
    public Mono<Boolean> byV1Alone(List<String> productIds) {
        var byV1 = eq(ACCESS, AccessForm.ENCRYPTED.name());
        return any(and(in(PRODUCT, productIds), not(byV1)))
                .flatMap(others -> others ? Mono.just(false) : any(and(in(PRODUCT, productIds), byV1)));
    }

    /** Whether an instance is, or was when it ended, one of these. */
    public Mono<Boolean> anyOf(List<String> productIds) {
        return any(in(PRODUCT, productIds));
    }

    private Mono<Boolean> any(Bson which) {
        return Mono.from(instances.find(which).projection(include("_id")).first())
                .hasElement();
    }
}
