package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/**
 * Which orders were named by calls about instances that existed before: renewals, changes, releases. Purchases stand in {@link Names}.
 */
public final class OrderMentions {

    private static final String INSTANCE_ID = "instanceId";

    private final MongoCollection<BsonDocument> collection;

    public OrderMentions(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Remembers the order that the fact names, if it names one; the first instance that it was named for stays. */
    public Mono<Void> note(String instanceId, InstanceFact fact) {
        return Mono.justOrEmpty(named(fact))
                .flatMap(order -> Mono.from(collection.updateOne(
                        eq("_id", key(order.orderId(), order.lineId())),
                        setOnInsert(INSTANCE_ID, instanceId),
                        new UpdateOptions().upsert(true))))
                .then();
    }

    /** For which instance a call named one of these lines, or their order without any line. */
    public Mono<String> instanceOf(String orderId, List<String> lineIds) {
        var keys = Stream.concat(lineIds.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .map(line -> key(orderId, line))
                .toList();
        return Mono.from(collection.find(in("_id", keys)).first())
                .map(found -> found.getString(INSTANCE_ID).getValue());
    }

    /** Frozen, thawed and the like come without an order; a purchase claims its own. */
    private static Optional<OrderKey> named(InstanceFact fact) {
        return switch (fact) {
            case TermChanged term -> Optional.of(term.order());
            case UpgradeOrdered upgrade -> Optional.of(upgrade.order());
            case InstanceReleased release -> Optional.ofNullable(release.order());
            default -> Optional.empty();
        };
    }

    /** The instance is what a call means, so it may name a product or none: the line is what counts. */
    private static String key(String orderId, Optional<String> lineId) {
        return new OrderKey(orderId, lineId.orElse(null), null).canonical();
    }
}
