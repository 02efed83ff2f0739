package io.koobridge.benchmark.load.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of provisioning's ledger, as they stand in the store. */
final class LedgerView {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int READS_AT_ONCE = 16;

    private final MongoCollection<BsonDocument> instances;
    private final MongoCollection<BsonDocument> aliases;

    LedgerView(MongoDatabase database) {
        instances = database.getCollection("instances", BsonDocument.class);
        aliases = database.getCollection("order-aliases", BsonDocument.class);
    }

    MongoCollection<BsonDocument> instances() {
        return instances;
    }

    MongoCollection<BsonDocument> aliases() {
        return aliases;
    }

    BsonDocument document(Sold instance) {
        return one(instances, instance.instanceId());
    }

    BsonDocument alias(Sold instance) {
        return one(aliases, instance.alias());
    }

    /** Whether nothing is left to do for it, and its state was published. */
    boolean isSettled(Sold instance) {
        var found = Mono.from(instances.find(eq("_id", instance.instanceId())).first())
                .block(PATIENCE);
        return found != null && !found.containsKey("work") && found.containsKey("publishedVersion");
    }

    /** The facts were not only counted: each of them stands in its document. */
    void requireFrozen(List<Sold> sold) {
        var others = Flux.fromIterable(sold)
                .flatMap(each -> instances.find(eq("_id", each.instanceId())).first(), READS_AT_ONCE)
                .filter(document -> wanted(document).equals("FROZEN"))
                .count()
                .map(frozen -> sold.size() - frozen)
                .block(PATIENCE);
        if (others == null || others != 0) {
            throw new StackFailure("Of %d instances %d are not frozen in the store".formatted(sold.size(), others));
        }
    }

    private static String wanted(BsonDocument document) {
        return document.getDocument("state")
                .getDocument("spec")
                .getDocument("wanted")
                .getString("value")
                .getValue();
    }

    private static BsonDocument one(MongoCollection<BsonDocument> collection, String id) {
        var found = Mono.from(collection.find(eq("_id", id)).first()).block(PATIENCE);
        if (found == null) {
            throw new StackFailure("The ledger has no document " + id);
        }
        return found;
    }
}
