package io.koobridge.license.ledger;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Licences by other things than their id. */
public final class ApplicationIndex implements StorePreparation {

    /** As the ledger writes a licence. */
    private static final String INSTANCE = "state.request.instanceId";

    private static final String ASKED_AT = "state.request.askedAt";
    private static final String PHASE = "state.progress.phase";
    private static final Bson BY_PHASE = Indexes.ascending(PHASE, ASKED_AT);
    private static final List<LicensePhase> UNDELIVERED = List.of(LicensePhase.ISSUING, LicensePhase.UPLOADING);

    private final MongoCollection<BsonDocument> applications;
    private final Clock clock;

    public ApplicationIndex(MongoCollection<BsonDocument> applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.concat(applications.createIndex(Indexes.ascending(INSTANCE)), applications.createIndex(BY_PHASE))
                .then();
    }

    /** Ids of an instance's licences. */
    public Flux<String> ofInstance(String instanceId) {
        return Flux.from(applications.find(eq(INSTANCE, instanceId)).projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }

    /** Which of these somebody still has to work on. */
    public Flux<String> unsettled(List<String> ids) {
        return Flux.from(applications.find(and(in("_id", ids), exists("work"))).projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }

    /** Every phase has a number. */
    public Mono<Map<Tags, Long>> byPhase() {
        return Flux.from(applications
                        .aggregate(List.of(match(gt(PHASE, "")), group("$" + PHASE, sum("licenses", 1L))))
                        .hint(BY_PHASE))
                .reduceWith(ApplicationIndex::none, (counted, row) -> {
                    counted.put(
                            label(row.getString("_id").getValue()),
                            row.getNumber("licenses").longValue());
                    return counted;
                });
    }

    /** For how many seconds the one has been waiting that waits longest; 0 when nobody waits. */
    public Mono<Map<Tags, Long>> longestUndelivered() {
        return Flux.fromIterable(UNDELIVERED)
                .concatMap(phase -> Flux.from(applications
                        .find(eq(PHASE, phase.name()))
                        .sort(Indexes.ascending(ASKED_AT))
                        .projection(include(ASKED_AT))
                        .hint(BY_PHASE)
                        .first()))
                .map(this::waiting)
                .reduce(0L, Math::max)
                .map(seconds -> Map.of(Tags.empty(), seconds));
    }

    private long waiting(BsonDocument row) {
        var request = row.getDocument("state").getDocument("request");
        var askedAt = Instant.parse(request.getString("askedAt").getValue());
        return Math.max(0, Duration.between(askedAt, clock.instant()).toSeconds());
    }

    private static Map<Tags, Long> none() {
        var none = new HashMap<Tags, Long>();
        for (var phase : LicensePhase.values()) {
            none.put(label(phase.name()), 0L);
        }
        return none;
    }

    private static Tags label(String phase) {
        return Tags.of("phase", phase);
    }
}
