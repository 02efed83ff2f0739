package io.koobridge.service.finding;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what {@link Findings} wrote. */
public final class FindingRows {

    private static final Logger log = LoggerFactory.getLogger(FindingRows.class);

    /** As the store says it. */
    private static final int ALL = 0;

    /** Says how many are open, without a row. */
    static final Bson OPEN_BY_KIND = Indexes.ascending("open", "kind");

    private final MongoCollection<BsonDocument> collection;

    public FindingRows(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Those that were seen last come first; what is absent does not matter. */
    public Flux<FindingRow> list(@Nullable Boolean open, @Nullable String kind, int limit) {
        var filter = and(open == null ? empty() : eq("open", open), kind == null ? empty() : eq("kind", kind));
        return Flux.from(collection
                        .find(filter)
                        .sort(Sorts.descending("lastSeenAt"))
                        .limit(limit))
                .concatMap(FindingRows::readable);
    }

    /** All of a kind, those that were seen last first, as fast as they are taken. */
    public Flux<FindingRow> open(CommonFinding kind) {
        return list(true, kind.name(), ALL);
    }

    /** How many are open, by kind; answered from an index, so that no row is read. */
    public Mono<Map<String, Long>> openByKind() {
        return Flux.from(collection
                        .aggregate(List.of(match(eq("open", true)), group("$kind", sum("open", 1L))))
                        .hint(OPEN_BY_KIND))
                .collectMap(found -> found.getString("_id").getValue(), found -> found.getNumber("open")
                        .longValue());
    }

    public Mono<FindingRow> find(String kind, String subject) {
        return Mono.from(collection
                        .find(eq("_id", Findings.id(subject, () -> kind)))
                        .first())
                .flatMap(FindingRows::readable);
    }

    /** Details of open findings of one kind, by subject. */
    public Mono<Map<String, String>> details(CommonFinding kind, Collection<String> subjects) {
        var ids = subjects.stream().map(subject -> Findings.id(subject, kind)).toList();
        return Flux.from(collection.find(and(in("_id", ids), eq("open", true))))
                .concatMap(FindingRows::readable)
                .collectMap(FindingRow::subject, FindingRow::detail);
    }

    /** A row that somebody broke must not hide the others. */
    private static Mono<FindingRow> readable(BsonDocument row) {
        try {
            return Mono.just(new FindingRow(
                    row.getString("kind").getValue(),
                    row.getString("subject").getValue(),
                    row.getString("detail").getValue(),
                    row.getBoolean("open").getValue(),
                    time(row, "openedAt"),
                    time(row, "lastSeenAt"),
                    row.getNumber("seen").intValue(),
                    row.containsKey("closedAt") ? time(row, "closedAt") : null));
        } catch (BsonInvalidOperationException e) {
            log.atError()
                    .addKeyValue("finding", row.get("_id"))
                    .addKeyValue("error", e.toString())
                    .log("a finding cannot be read");
            return Mono.empty();
        }
    }

    private static Instant time(BsonDocument row, String name) {
        return Instant.ofEpochMilli(row.getDateTime(name).getValue());
    }
}
