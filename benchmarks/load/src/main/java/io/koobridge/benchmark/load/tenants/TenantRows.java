package io.koobridge.benchmark.load.tenants;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What tenant-sync-service has stored, and what the store is good for by itself. */
final class TenantRows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int BATCH = 500;
    private static final int BATCHES_AT_ONCE = 3;

    private final MongoClient client;
    private final MongoDatabase database;

    TenantRows(int storePort) {
        client = MongoClients.create("mongodb://127.0.0.1:" + storePort);
        database = client.getDatabase(TenantService.DATABASE);
    }

    /** Returns when so many lists of a tenant are stored whole; the rows of a part are there before it counts. */
    void awaitLists(String tenantId, long lists) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var whole = Filters.and(Filters.eq("tenantId", tenantId), Filters.exists("completedAt"));
        while (count("sync-runs", whole) < lists) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "After %d s lists of %s are not stored".formatted(PATIENCE.toSeconds(), tenantId));
            }
            Thread.sleep(POLL);
        }
    }

    /** Fails unless exactly so many rows of the tenant are there. */
    void require(String collection, String tenantId, long rows) {
        long there = count(collection, Filters.eq("state.tenantId", tenantId));
        if (there != rows) {
            throw new StackFailure("%d %s of %s are stored, not %d".formatted(there, collection, tenantId, rows));
        }
    }

    /** By their ids: the stand-in would have all documents in memory to count them itself. */
    private long count(String collection, Bson filter) {
        return Objects.requireNonNull(Flux.from(database.getCollection(collection, BsonDocument.class)
                        .find(filter)
                        .projection(Projections.include("_id"))
                        .batchSize(BATCH))
                .count()
                .block(PATIENCE));
    }

    /** Inserts copies of one stored row into a collection without indexes, in bulks of 500, and says how many rows in a second. */
    double bulkInsertsPerSecond(String collection, int rows) {
        var row = Objects.requireNonNull(Mono.from(database.getCollection(collection, BsonDocument.class)
                        .find()
                        .first())
                .block(PATIENCE));
        MongoCollection<BsonDocument> copies =
                client.getDatabase("benchmark").getCollection(UUID.randomUUID().toString(), BsonDocument.class);
        var batches = Flux.range(0, rows)
                .map(_ -> copy(row))
                .buffer(BATCH)
                .collectList()
                .block(PATIENCE);
        long begin = System.nanoTime();
        Flux.fromIterable(Objects.requireNonNull(batches))
                .flatMap(copies::insertMany, BATCHES_AT_ONCE)
                .then()
                .block(PATIENCE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Mono.from(copies.drop()).block(PATIENCE);
        return rows / seconds;
    }

    private static BsonDocument copy(BsonDocument row) {
        var copy = row.clone();
        copy.put("_id", new BsonString(UUID.randomUUID().toString()));
        return copy;
    }

    @Override
    public void close() {
        client.close();
    }
}
