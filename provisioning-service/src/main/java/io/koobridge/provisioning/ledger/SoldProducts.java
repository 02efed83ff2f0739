package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.service.ledger.StorePreparation;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Products of which this ledger has instances, tombstones included. */
public final class SoldProducts implements StorePreparation {

    /** As the ledger writes an instance. */
    private static final String PRODUCT = "state.spec.bought.value.product.productId";

    private static final Bson BY_V1 = eq("state.access", AccessForm.ENCRYPTED.name());
    private static final Bson LICENSE = eq("state.kind", InstanceKind.LICENSE.name());

    private final MongoCollection<BsonDocument> instances;

    public SoldProducts(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(instances.createIndex(Indexes.ascending(PRODUCT))).then();
    }

    /** Whether there are such instances, and each was sold by V1 or is a licence. */
    public Mono<Boolean> byV1OrAsLicensesAlone(List<String> productIds) {
        var ofProduct = in(PRODUCT, productIds);
        return any(and(ofProduct, nor(BY_V1, LICENSE)))
                .flatMap(others -> others ? Mono.just(false) : any(and(ofProduct, or(BY_V1, LICENSE))));
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
