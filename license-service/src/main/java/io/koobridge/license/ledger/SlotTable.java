package io.koobridge.license.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code license-slots}: {@code {_id: instance|order|number, shelf, number, application, reservedAt, generation}}. Who has a licence of an order;
 * {@code reservedAt} is there until the application's fact confirms it, the application's {@code generation} from then on. Every change is one write
 * of one document.
 */
public final class SlotTable implements StorePreparation {

    private static final String ID = "_id";
    private static final String SHELF = "shelf";
    private static final String NUMBER = "number";
    private static final String APPLICATION = "application";
    private static final String RESERVED_AT = "reservedAt";
    private static final String GENERATION = "generation";

    /** Only reservations stand in it. */
    private static final Bson RESERVATIONS = Indexes.ascending(RESERVED_AT);

    private final MongoCollection<BsonDocument> slots;

    public SlotTable(MongoCollection<BsonDocument> slots) {
        this.slots = slots;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.from(slots.createIndexes(List.of(
                        new IndexModel(Indexes.ascending(APPLICATION), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending(SHELF, NUMBER)),
                        new IndexModel(RESERVATIONS, new IndexOptions().sparse(true)))))
                .then();
    }

    /** Whether the application has a slot, of whichever order. */
    public Mono<Boolean> has(String application) {
        return Mono.from(slots.find(eq(APPLICATION, application))
                        .projection(include(ID))
                        .first())
                .hasElement();
    }

    /**
     * Whether the application has a slot, of whichever order. What is reserved is reserved from now on: its fact comes now. Nothing changes for
     * what is confirmed.
     */
    Mono<Boolean> hold(String application, Instant now) {
        return Mono.from(slots.find(eq(APPLICATION, application)).first())
                .flatMap(slot -> slot.containsKey(RESERVED_AT) ? reservedAnew(application, now) : Mono.just(true))
                .defaultIfEmpty(false);
    }

    /** What was confirmed or given up in between is looked at again. */
    private Mono<Boolean> reservedAnew(String application, Instant now) {
        var anew = slots.updateOne(and(eq(APPLICATION, application), exists(RESERVED_AT)), set(RESERVED_AT, at(now)));
        return Mono.from(anew).flatMap(result -> result.getMatchedCount() == 1 ? Mono.just(true) : has(application));
    }

    /** It is the application's for good, for this wish of it; false when it has none. */
    Mono<Boolean> confirm(String application, long generation) {
        return Mono.from(slots.updateOne(
                        eq(APPLICATION, application), combine(unset(RESERVED_AT), set(GENERATION, generation))))
                .map(result -> result.getMatchedCount() == 1);
    }

    /**
     * Takes the slot.
     *
     * @param reservedAt absent: for good
     * @return false when somebody has it, or when the application has one
     */
    Mono<Boolean> insert(Slot slot, String application, @Nullable Instant reservedAt) {
        return Mono.from(slots.insertOne(document(slot, application, reservedAt)))
                .hasElement()
                .onErrorResume(SlotTable::isDuplicate, _ -> Mono.just(false));
    }

    static BsonDocument document(Slot slot, String application, @Nullable Instant reservedAt) {
        var document = new BsonDocument(ID, new BsonString(slot.id()))
                .append(SHELF, new BsonString(slot.shelf().key()))
                .append(NUMBER, new BsonInt64(slot.number()))
                .append(APPLICATION, new BsonString(application));
        if (reservedAt != null) {
            document.append(RESERVED_AT, at(reservedAt));
        }
        return document;
    }

    /** What is only reserved has no generation yet: it is a later wish's. */
    Mono<Void> free(String application, long generation) {
        return Mono.from(slots.deleteOne(and(eq(APPLICATION, application), lte(GENERATION, generation))))
                .then();
    }

    /** How many of the first so many are taken. */
    Mono<Long> taken(Shelf shelf, long quota) {
        return Mono.from(slots.countDocuments(below(shelf, quota)));
    }

    /** Which of the first so many are taken. */
    Mono<Set<Long>> numbers(Shelf shelf, long quota) {
        return Flux.from(slots.find(below(shelf, quota)).projection(fields(include(NUMBER), excludeId())))
                .map(slot -> slot.getInt64(NUMBER).getValue())
                .collect(Collectors.toSet());
    }

    /** Frees what was reserved so long ago and never confirmed; tells how many these were. */
    public Mono<Long> giveUpReservedBefore(Instant latest) {
        return Flux.from(slots.find(lte(RESERVED_AT, at(latest))).projection(include(APPLICATION)))
                .concatMap(slot -> Mono.from(slots.deleteOne(and(
                                eq(ID, slot.getString(ID).getValue()),
                                eq(APPLICATION, slot.getString(APPLICATION).getValue()),
                                lte(RESERVED_AT, at(latest)))))
                        .map(result -> result.getDeletedCount()))
                .reduce(0L, Long::sum);
    }

    /** Reserved, and for good. */
    public Mono<Map<Tags, Long>> byState() {
        return Mono.zip(
                        Mono.from(slots.estimatedDocumentCount()),
                        Mono.from(slots.countDocuments(
                                gt(RESERVED_AT, at(Instant.EPOCH)), new CountOptions().hint(RESERVATIONS))))
                .map(counted -> Map.of(
                        Tags.of("state", "taken"),
                        Math.max(0, counted.getT1() - counted.getT2()),
                        Tags.of("state", "reserved"),
                        counted.getT2()));
    }

    private static Bson below(Shelf shelf, long quota) {
        return and(eq(SHELF, shelf.key()), lt(NUMBER, quota));
    }

    private static BsonDateTime at(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
