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
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Licences by other things than their id. */
public final class ApplicationIndex implements StorePreparation {

    /** As the ledger writes a licence. */
    private static final String INSTANCE = "state.request.instanceId";

    private static final String EVENT = "state.request.eventId";
    private static final String PHASE = "state.progress.phase";
    private static final String WORK = "work";
    private static final String SINCE = "since";

    /** Of those that nobody waits for, the second member is missing, and no comparison finds it. */
    private static final Bson BY_PHASE = Indexes.ascending(PHASE, WORK + '.' + SINCE);

    /** What is delivered and has work is uploaded once more. */
    private static final List<LicensePhase> UNDELIVERED =
            List.of(LicensePhase.ISSUING, LicensePhase.UPLOADING, LicensePhase.DELIVERED);

    private final MongoCollection<BsonDocument> applications;
    private final Clock clock;

    public ApplicationIndex(MongoCollection<BsonDocument> applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.concat(
                        applications.createIndex(Indexes.ascending(INSTANCE, EVENT)),
                        applications.createIndex(BY_PHASE))
                .then();
    }

    /** Ids of an instance's licences. */
    public Flux<String> ofInstance(String instanceId) {
        return Flux.from(applications.find(eq(INSTANCE, instanceId)).projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }

    /** Ids of an instance's licences that were applied for with this number of the marketplace: one for each device. */
    public Flux<String> ofEvent(String instanceId, String eventId) {
        return Flux.from(applications
                        .find(and(eq(INSTANCE, instanceId), eq(EVENT, eventId)))
                        .projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }

    /** Which of these somebody still has to work on. */
    public Flux<String> unsettled(List<String> ids) {
        return Flux.from(applications.find(and(in("_id", ids), exists(WORK))).projection(include("_id")))
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

    /** For how many seconds the one has been waiting that waits longest, since it was wanted last; 0 when nobody waits. */
    public Mono<Map<Tags, Long>> longestUndelivered() {
        return Flux.fromIterable(UNDELIVERED)
                .concatMap(phase -> Flux.from(applications
                        .find(and(eq(PHASE, phase.name()), gt(WORK + '.' + SINCE, new BsonDateTime(0))))
                        .sort(BY_PHASE)
                        .projection(include(WORK + '.' + SINCE))
                        .hint(BY_PHASE)
                        .first()))
                .map(this::waiting)
                .reduce(0L, Math::max)
                .map(seconds -> Map.of(Tags.empty(), seconds));
    }

    private long waiting(BsonDocument row) {
        var since =
                Instant.ofEpochMilli(row.getDocument(WORK).getDateTime(SINCE).getValue());
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
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
