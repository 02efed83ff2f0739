package io.koobridge.benchmark.load.ledger;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Flux;

/** What the store gives when nothing but single inserts is asked of it, with as many in flight as a service has. */
final class SingleWrites {

    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MongoCollection<BsonDocument> collection;

    SingleWrites(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Inserts copies of a document and says how many in a second. */
    double perSecond(BsonDocument document, int count) {
        var copies = Stream.generate(() -> copy(document)).limit(count).toList();
        long begin = System.nanoTime();
        Flux.fromIterable(copies)
                .flatMap(collection::insertOne, IN_FLIGHT)
                .then()
                .block(PATIENCE);
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static BsonDocument copy(BsonDocument document) {
        var copy = document.clone();
        copy.put("_id", new BsonString(UUID.randomUUID().toString()));
        return copy;
    }
}
