package io.koobridge.service.finding;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.journal.JournalEntry.FindingOpened;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.StorePreparation;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person should look at: one row for each kind and subject, opened once however often it is seen, closed when it
 * is no longer true. {@code koobridge_findings_total} counts openings, not sightings.
 */
public final class Findings implements FindingBook, StorePreparation {

    private static final String OPEN = "open";
    private static final String CLOSED_AT = "closedAt";

    private final MongoCollection<BsonDocument> collection;
    private final Telemetry telemetry;

    public Findings(MongoCollection<BsonDocument> collection, Telemetry telemetry) {
        this.collection = collection;
        this.telemetry = telemetry;
    }

    /** Closed findings stay, and nobody who looks for the open ones should have to read them. */
    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.from(collection.createIndexes(List.of(
                        new IndexModel(Indexes.ascending("kind", OPEN)),
                        new IndexModel(FindingRows.OPEN_BY_KIND),
                        new IndexModel(
                                Indexes.compoundIndex(Indexes.ascending(OPEN), Indexes.descending("lastSeenAt"))))))
                .then();
    }

    @Override
    public Mono<Void> open(String subject, FindingKind kind, String detail) {
        var now = Date.from(telemetry.clock().instant());
        var seen = collection.findOneAndUpdate(
                eq(id(subject, kind)),
                combine(
                        setOnInsert("kind", kind.name()),
                        setOnInsert("subject", subject),
                        setOnInsert("openedAt", now),
                        set(OPEN, true),
                        unset(CLOSED_AT),
                        set("detail", detail),
                        set("lastSeenAt", now),
                        inc("seen", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
        return Mono.deferContextual(chain -> opened(subject, kind, detail, Mono.from(seen), Trace.of(chain)));
    }

    private Mono<Void> opened(
            String subject, FindingKind kind, String detail, Mono<BsonDocument> seen, @Nullable TraceContext trace) {
        return seen.filter(before -> before.getBoolean(OPEN, BsonBoolean.FALSE).getValue())
                .map(before -> before.getString("detail").getValue())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(known -> {
                    // The row shows what was seen last; what was seen before it is in the timeline.
                    if (!known.equals(Optional.of(detail))) {
                        telemetry
                                .journal()
                                .write(subject, new FindingOpened(telemetry.service(), kind.name(), detail), trace);
                    }
                    if (known.isEmpty()) {
                        telemetry
                                .metrics()
                                .counter("koobridge.findings", "kind", kind.name())
                                .increment();
                    }
                })
                .then();
    }

    /** Nearly always none is open, and a question costs less than a write that changes nothing. */
    @Override
    public Mono<Void> close(String subject, FindingKind kind) {
        var open = and(eq(id(subject, kind)), eq(OPEN, true));
        return Mono.deferContextual(chain -> Mono.from(
                        collection.find(open).projection(include("_id")).first())
                .flatMap(_ -> Mono.from(collection.updateOne(open, closed())))
                .filter(result -> result.getMatchedCount() == 1)
                .doOnNext(_ -> telemetry
                        .journal()
                        .write(subject, new FindingClosed(telemetry.service(), kind.name()), Trace.of(chain)))
                .then());
    }

    private Bson closed() {
        return combine(
                set(OPEN, false), set(CLOSED_AT, Date.from(telemetry.clock().instant())));
    }

    @Override
    public Flux<String> subjects(FindingKind kind) {
        return Flux.from(collection.find(and(eq("kind", kind.name()), eq(OPEN, true))))
                .map(row -> row.getString("subject").getValue());
    }

    static String id(String subject, FindingKind kind) {
        return kind.name() + '|' + subject;
    }
}
