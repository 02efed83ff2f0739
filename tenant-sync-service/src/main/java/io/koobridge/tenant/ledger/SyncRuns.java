package io.koobridge.tenant.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.Event;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.tenant.ledger.SyncRun.Kind;
import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code sync-runs}: which parts of a call's list have been stored (design §6). */
public final class SyncRuns implements StorePreparation {

    private static final String ID = "_id";
    private static final String TENANT = "tenantId";
    private static final String KIND = "kind";
    private static final String TEST = "test";
    private static final String AS_OF = "asOf";
    private static final String STARTED_AT = "startedAt";
    private static final String OF = "of";
    private static final String ROWS = "rows";
    private static final String PARTS = "parts";
    private static final String COMPLETED_AT = "completedAt";

    /** As long as facts are kept, which could be replayed. */
    private static final Duration KEPT = Duration.ofDays(35);

    private final MongoCollection<BsonDocument> runs;

    public SyncRuns(MongoCollection<BsonDocument> runs) {
        this.runs = runs;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.concat(
                        runs.createIndex(Indexes.ascending(TENANT, KIND, AS_OF)),
                        runs.createIndex(Indexes.ascending(TENANT, STARTED_AT)),
                        runs.createIndex(Indexes.ascending(KIND, STARTED_AT)))
                .then();
    }

    /** A part is stored; how often it is does not matter. */
    Mono<Void> arrived(Event<TenantFact> event, Kind kind, Part part, Instant now) {
        var noted = runs.findOneAndUpdate(
                eq(ID, part.syncId()),
                combine(
                        setOnInsert(TENANT, event.subject()),
                        setOnInsert(KIND, kind.name()),
                        setOnInsert(AS_OF, at(event.asOf())),
                        setOnInsert(TEST, event.data().test()),
                        setOnInsert(STARTED_AT, at(now)),
                        setOnInsert(OF, part.of()),
                        setOnInsert(ROWS, part.rows()),
                        addToSet(PARTS, part.number())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Mono.from(noted)
                .filter(run -> run.getArray(PARTS).size() >= part.of() && !run.containsKey(COMPLETED_AT))
                .flatMap(_ -> Mono.from(runs.updateOne(
                        and(eq(ID, part.syncId()), exists(COMPLETED_AT, false)), set(COMPLETED_AT, at(now)))))
                .filter(_ -> kind == Kind.ORGANISATION)
                .flatMap(_ -> forgetOlder(event.subject(), event.asOf().minus(KEPT)))
                .then();
    }

    /** The newest one stays, for departments are measured by it. */
    private Mono<Long> forgetOlder(String tenantId, Instant than) {
        return Mono.from(runs.deleteMany(
                        and(eq(TENANT, tenantId), eq(KIND, Kind.ORGANISATION.name()), lt(AS_OF, at(than)))))
                .map(result -> result.getDeletedCount());
    }

    /** The last whole organisation of which every part is stored, a debugging call's only where there is no other; empty while there is none. */
    public Mono<SyncRun> lastOrganisation(String tenantId) {
        return lastOrganisation(tenantId, false).switchIfEmpty(lastOrganisation(tenantId, true));
    }

    private Mono<SyncRun> lastOrganisation(String tenantId, boolean test) {
        return Mono.from(runs.find(and(
                                eq(TENANT, tenantId),
                                eq(KIND, Kind.ORGANISATION.name()),
                                eq(TEST, test),
                                exists(COMPLETED_AT),
                                gt(ROWS, 0)))
                        .sort(Sorts.descending(AS_OF))
                        .first())
                .map(SyncRuns::run);
    }

    /** Newest first. */
    public Flux<SyncRun> latest(String tenantId, int limit) {
        return Flux.from(runs.find(eq(TENANT, tenantId))
                        .sort(Sorts.descending(STARTED_AT))
                        .limit(limit))
                .map(SyncRuns::run);
    }

    /** Those that nobody will ask for any more. */
    public Mono<Long> forgetOld(Instant now) {
        return Mono.from(runs.deleteMany(and(eq(KIND, Kind.USERS.name()), lt(STARTED_AT, at(now.minus(KEPT))))))
                .map(result -> result.getDeletedCount());
    }

    private static SyncRun run(BsonDocument run) {
        return new SyncRun(
                run.getString(ID).getValue(),
                run.getString(TENANT).getValue(),
                Kind.valueOf(run.getString(KIND).getValue()),
                time(run.getDateTime(AS_OF)),
                time(run.getDateTime(STARTED_AT)),
                run.getNumber(OF).intValue(),
                run.getNumber(ROWS).intValue(),
                run.getArray(PARTS).size(),
                run.isDateTime(COMPLETED_AT) ? time(run.getDateTime(COMPLETED_AT)) : null);
    }

    private static BsonDateTime at(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static Instant time(BsonDateTime time) {
        return Instant.ofEpochMilli(time.getValue());
    }
}
