package io.koobridge.service.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.koobridge.service.ledger.EntryDocument.DUE_AT;
import static io.koobridge.service.ledger.EntryDocument.HOLDER;
import static io.koobridge.service.ledger.EntryDocument.ID;
import static io.koobridge.service.ledger.EntryDocument.LEASE;
import static io.koobridge.service.ledger.EntryDocument.PUBLISHED_VERSION;
import static io.koobridge.service.ledger.EntryDocument.SINCE;
import static io.koobridge.service.ledger.EntryDocument.STATE;
import static io.koobridge.service.ledger.EntryDocument.STUCK_AT;
import static io.koobridge.service.ledger.EntryDocument.TICKET;
import static io.koobridge.service.ledger.EntryDocument.UNTIL;
import static io.koobridge.service.ledger.EntryDocument.VERSION;
import static io.koobridge.service.ledger.EntryDocument.WORK;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ledger in one MongoDB collection: single-document writes only, no transaction, no pipeline update. */
public final class MongoLedgerStore<S> implements LedgerStore<S>, Backlog<S>, StorePreparation {

    private static final Logger log = LoggerFactory.getLogger(MongoLedgerStore.class);

    private static final Bson UNSETTLED = Indexes.ascending(DUE_AT, STUCK_AT, SINCE);

    private final MongoCollection<BsonDocument> collection;
    private final Class<S> type;

    public MongoLedgerStore(MongoCollection<BsonDocument> collection, Class<S> type) {
        this.collection = collection;
        this.type = type;
    }

    /** The sweep's index, in which only unsettled documents stand; and the gauges', which need to read nothing else. */
    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(collection.createIndex(UNSETTLED, new IndexOptions().sparse(true)))
                .then();
    }

    @Override
    public Mono<Entry<S>> find(String id) {
        return Mono.from(collection.find(eq(ID, id)).first()).map(this::read);
    }

    @Override
    public Flux<Entry<S>> findAll(Collection<String> ids) {
        return Flux.from(collection.find(in(ID, ids))).map(this::read);
    }

    @Override
    public Mono<Boolean> insert(String id, S state, Work work) {
        return Mono.from(collection.insertOne(EntryDocument.of(id, state, work)))
                .hasElement()
                .onErrorResume(MongoLedgerStore::isDuplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(String id, long expectedVersion, S state, Work work) {
        return update(versioned(id, expectedVersion), nextVersion(expectedVersion, state, work));
    }

    @Override
    public Mono<Entry<S>> claim(String id, String ticket, Lease lease, Instant now) {
        var claimed = collection.findOneAndUpdate(
                and(eq(ID, id), eq(TICKET, ticket), free(now)),
                set(LEASE, EntryDocument.of(lease)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Mono.from(claimed).map(this::read);
    }

    @Override
    public Mono<Boolean> renew(String id, Lease lease) {
        return Mono.from(collection.updateOne(
                        and(eq(ID, id), eq(HOLDER, lease.holder())), set(LEASE, EntryDocument.of(lease))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> record(String id, long expectedVersion, String holder, S state, @Nullable Work work) {
        return update(
                and(versioned(id, expectedVersion), eq(HOLDER, holder)), nextVersion(expectedVersion, state, work));
    }

    @Override
    public Mono<Boolean> settle(String id, long version, String holder) {
        return update(
                and(versioned(id, version), eq(HOLDER, holder)),
                combine(unset(WORK), unset(LEASE), set(PUBLISHED_VERSION, version)));
    }

    @Override
    public Mono<Boolean> postpone(String id, String holder, String ticket, Work work) {
        return update(
                and(eq(ID, id), eq(HOLDER, holder), eq(TICKET, ticket)),
                combine(set(WORK, EntryDocument.of(work)), unset(LEASE)));
    }

    @Override
    public Flux<Overdue> overdue(Instant dueAtOrBefore, Instant now, int limit) {
        return Flux.from(collection
                        .find(and(lte(DUE_AT, EntryDocument.of(dueAtOrBefore)), free(now)))
                        .projection(new BsonDocument(WORK, new BsonInt32(1)))
                        .sort(Sorts.ascending(DUE_AT))
                        .limit(limit))
                .concatMap(MongoLedgerStore::overdue);
    }

    @Override
    public Mono<Boolean> reissue(String id, String ticket, Work work, Instant now) {
        return update(and(eq(ID, id), eq(TICKET, ticket), free(now)), set(WORK, EntryDocument.of(work)));
    }

    /** The sparse index holds just the unsettled ones. */
    @Override
    public Flux<Unsettled<S>> unsettled(Age age, Instant now, int limit) {
        return Flux.from(collection
                        .find(aged(age, now))
                        .sort(Sorts.ascending(SINCE))
                        .limit(limit))
                .concatMap(found -> overdue(found)
                        .map(overdue -> new Unsettled<>(overdue.id(), overdue.work(), stateIfReadable(found))));
    }

    @Override
    public Mono<Long> count(Age age, Instant now) {
        return Mono.from(collection.countDocuments(aged(age, now), new CountOptions().hint(UNSETTLED)));
    }

    private static Bson aged(Age age, Instant now) {
        var unsettled = gt(DUE_AT, EntryDocument.of(Instant.EPOCH));
        return switch (age) {
            case ANY -> unsettled;
            case STUCK -> and(unsettled, lte(STUCK_AT, EntryDocument.of(now)));
            case EXPIRED -> and(unsettled, lte(SINCE, EntryDocument.of(now.minus(Backlog.EXPIRES_AFTER))));
        };
    }

    private @Nullable S stateIfReadable(BsonDocument found) {
        try {
            return read(found).state();
        } catch (UnreadableEntryException e) {
            return null;
        }
    }

    /** A document that somebody broke must not keep the sweep from those behind it. */
    private static Mono<Overdue> overdue(BsonDocument found) {
        var id = found.getString(ID).getValue();
        try {
            return Mono.just(new Overdue(id, EntryDocument.work(found.getDocument(WORK))));
        } catch (BsonInvalidOperationException e) {
            log.atError()
                    .addKeyValue("instanceId", id)
                    .addKeyValue("error", e.toString())
                    .log("work cannot be read");
            return Mono.empty();
        }
    }

    private Mono<Boolean> update(Bson filter, Bson update) {
        return Mono.from(collection.updateOne(filter, update)).map(result -> result.getMatchedCount() == 1);
    }

    private Bson nextVersion(long version, S state, @Nullable Work work) {
        var write = combine(set(STATE, BsonJson.write(state)), set(VERSION, version + 1));
        return work == null ? write : combine(write, set(WORK, EntryDocument.of(work)));
    }

    private static Bson versioned(String id, long version) {
        return and(eq(ID, id), eq(VERSION, version));
    }

    private static Bson free(Instant now) {
        return or(exists(LEASE, false), lte(UNTIL, EntryDocument.of(now)));
    }

    private Entry<S> read(BsonDocument document) {
        return EntryDocument.read(document, type);
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
