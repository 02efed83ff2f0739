package io.koobridge.benchmark.load.ledger;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** Fills a ledger with copies of an instance that the service itself made: of the same form whatever that form is. */
final class Population {

    private static final int AT_ONCE = 1_000;
    private static final int IN_FLIGHT = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LedgerView ledger;
    private final Sold original;

    Population(LedgerView ledger, Sold original) {
        this.ledger = ledger;
        this.original = original;
    }

    /** The instances up to this number, and who owns their orders. */
    void fillUpTo(int size) {
        copy(ledger.instances(), ledger.document(original), others(size, Sold::instanceId));
        copy(ledger.aliases(), ledger.alias(original), others(size, Sold::alias));
    }

    /** In the order of their ids. In any other one the store would write most of its pages again for each: a million took more than ten minutes. */
    private List<Sold> others(int size, Function<Sold, String> id) {
        return IntStream.range(original.number() + 1, original.number() + size)
                .mapToObj(Sold::new)
                .map(sold -> Map.entry(id.apply(sold), sold))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void copy(MongoCollection<BsonDocument> collection, BsonDocument document, List<Sold> others) {
        Flux.fromIterable(others)
                .map(other -> renamed(document, other).asDocument())
                .buffer(AT_ONCE)
                .flatMap(collection::insertMany, IN_FLIGHT, 1)
                .then()
                .block(PATIENCE);
    }

    private BsonValue renamed(BsonValue value, Sold other) {
        return renamed(value, names(original), names(other));
    }

    private static List<String> names(Sold instance) {
        return List.of(instance.instanceId(), instance.orderId(), instance.purchaseId());
    }

    private static BsonValue renamed(BsonValue value, List<String> names, List<String> others) {
        return switch (value) {
            case BsonDocument document -> {
                var copy = new BsonDocument(document.size());
                document.forEach((key, member) -> copy.append(key, renamed(member, names, others)));
                yield copy;
            }
            case BsonArray array ->
                new BsonArray(array.stream()
                        .map(element -> renamed(element, names, others))
                        .toList());
            case BsonString text -> new BsonString(renamed(text.getValue(), names, others));
            default -> value;
        };
    }

    private static String renamed(String text, List<String> names, List<String> others) {
        var renamed = text;
        for (int i = 0; i < names.size(); i++) {
            renamed = renamed.replace(names.get(i), others.get(i));
        }
        return renamed;
    }
}
