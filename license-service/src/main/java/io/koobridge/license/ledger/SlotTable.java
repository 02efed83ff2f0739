package io.koobridge.license.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** So many free slots are named at once; others wait for their turn. */
    private static final int FREED_AT_ONCE = 64;

    /** Of one answer of the store. */
    private static final int NUMBERS_AT_ONCE = 1_000;

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

    /** The order of the slot that the application has; empty when it has none. */
    Mono<OrderKey> of(String application) {
        return Mono.from(slots.find(eq(APPLICATION, application))
                        .projection(include(SHELF))
                        .first())
                .map(SlotTable::order);
    }

    private static OrderKey order(BsonDocument slot) {
        return Shelf.orderOf(slot.getString(SHELF).getValue());
    }

    /**
     * Which of the applications have a slot, of whichever order. What is reserved is reserved from now on: its fact comes now. Nothing changes for
     * what is confirmed.
     */
    Mono<Set<String>> hold(Collection<String> all, Instant now) {
        return Flux.from(slots.find(in(APPLICATION, all)).projection(include(APPLICATION, RESERVED_AT)))
                .flatMap(slot -> held(slot, now))
                .collect(Collectors.toSet());
    }

    private Mono<String> held(BsonDocument slot, Instant now) {
        var application = slot.getString(APPLICATION).getValue();
        return slot.containsKey(RESERVED_AT)
                ? reservedAnew(application, now).filter(held -> held).map(_ -> application)
                : Mono.just(application);
    }

    /** What was confirmed or given up in between is looked at again. */
    private Mono<Boolean> reservedAnew(String application, Instant now) {
        var anew = slots.updateOne(and(eq(APPLICATION, application), exists(RESERVED_AT)), set(RESERVED_AT, at(now)));
        return Mono.from(anew)
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(true)
                        : of(application).hasElement());
    }

    /** It is the application's for good, for this wish of it: the order that it is of; empty when it has none. */
    Mono<OrderKey> confirm(String application, long generation) {
        return Mono.from(slots.findOneAndUpdate(
                        eq(APPLICATION, application),
                        combine(unset(RESERVED_AT), set(GENERATION, generation)),
                        new FindOneAndUpdateOptions().projection(include(SHELF))))
                .map(SlotTable::order);
    }

    /**
     * Takes a slot.
     *
     * @param reservedAt absent: for good
     */
    record Taking(Slot slot, String application, @Nullable Instant reservedAt) {

        private BsonDocument document() {
            return SlotTable.document(slot, application, reservedAt);
        }
    }

    /** One write, each of its own: which of them were taken. Of the others somebody has the slot, or the application has one. */
    Mono<Set<Taking>> insertAll(List<Taking> all) {
        if (all.isEmpty()) {
            return Mono.just(Set.of());
        }
        var documents = all.stream().map(Taking::document).toList();
        return Mono.from(slots.insertMany(documents, new InsertManyOptions().ordered(false)))
                .map(_ -> Set.copyOf(all))
                .onErrorResume(
                        SlotTable::areDuplicates, error -> Mono.just(without((MongoBulkWriteException) error, all)));
    }

    private static boolean areDuplicates(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(each -> each.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static Set<Taking> without(MongoBulkWriteException refused, List<Taking> all) {
        var lost =
                refused.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        return IntStream.range(0, all.size())
                .filter(each -> !lost.contains(each))
                .mapToObj(all::get)
                .collect(Collectors.toSet());
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

    /** Where there is room among the first so many. One entry of the index tells it, until the last slot was taken once. */
    Mono<Room> room(Shelf shelf, long quota) {
        return Mono.from(numbers(shelf, quota).sort(Sorts.descending(NUMBER)).first())
                .map(last -> number(last) + 1)
                .defaultIfEmpty(0L)
                .flatMap(next -> next < quota ? Mono.just(Room.behind(next, quota)) : freed(shelf, quota));
    }

    private Mono<Room> freed(Shelf shelf, long quota) {
        return Mono.from(slots.countDocuments(below(shelf, quota)))
                .flatMap(taken -> taken >= quota
                        ? Mono.just(Room.none(quota))
                        : lowestFreed(shelf, quota).map(freed -> Room.freed(freed, quota)));
    }

    private Mono<List<Long>> lowestFreed(Shelf shelf, long quota) {
        return Mono.defer(() -> {
            var gaps = new Gaps(FREED_AT_ONCE);
            return Flux.from(numbers(shelf, quota).sort(Sorts.ascending(NUMBER)).batchSize(NUMBERS_AT_ONCE))
                    .takeUntil(slot -> gaps.enoughBefore(number(slot)))
                    .then(Mono.fromSupplier(gaps::found));
        });
    }

    private FindPublisher<BsonDocument> numbers(Shelf shelf, long quota) {
        return slots.find(below(shelf, quota)).projection(fields(include(NUMBER), excludeId()));
    }

    private static long number(BsonDocument slot) {
        return slot.getInt64(NUMBER).getValue();
    }

    /** Applications whose slots were reserved so long ago and not confirmed since. */
    public Flux<String> reservedBefore(Instant latest) {
        return Flux.from(slots.find(lte(RESERVED_AT, at(latest))).projection(include(APPLICATION)))
                .map(slot -> slot.getString(APPLICATION).getValue());
    }

    /** Confirms what was reserved so long ago. */
    public Mono<Void> confirmReservedBefore(Instant latest, String application) {
        return Mono.from(slots.updateOne(reserved(application, latest), unset(RESERVED_AT)))
                .then();
    }

    /** Frees what was reserved so long ago, and tells how many these were: nothing that was reserved anew or confirmed meanwhile. */
    public Mono<Long> giveUpReservedBefore(Instant latest, String application) {
        return Mono.from(slots.deleteOne(reserved(application, latest))).map(result -> result.getDeletedCount());
    }

    private static Bson reserved(String application, Instant latest) {
        return and(eq(APPLICATION, application), lte(RESERVED_AT, at(latest)));
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
}
