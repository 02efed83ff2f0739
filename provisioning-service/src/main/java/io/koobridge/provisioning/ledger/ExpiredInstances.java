package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Instances that are usable although they are not paid for any more. */
public final class ExpiredInstances implements StorePreparation {

    /** As the ledger writes an instance; times are ISO texts, which sort as the times do. */
    private static final String EXPIRY = "state.spec.expiry.value";

    private static final String WANTED = "state.spec.wanted.value";

    private final MongoCollection<BsonDocument> instances;

    public ExpiredInstances(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        // What is wanted comes first: tombstones keep their end for ever and must not be looked through.
        return Mono.from(instances.createIndex(Indexes.ascending(WANTED, EXPIRY)))
                .then();
    }

    /** Ids of those whose end lies before this, one at a time. */
    public Flux<String> before(Instant time) {
        var expired =
                and(lt(EXPIRY, time.truncatedTo(ChronoUnit.SECONDS).toString()), eq(WANTED, WantedState.ACTIVE.name()));
        return Flux.from(instances.find(expired).projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }
}
