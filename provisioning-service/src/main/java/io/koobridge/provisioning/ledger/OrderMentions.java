package io.koobridge.provisioning.ledger;

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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which orders were named by calls about instances that existed before: renewals, changes, releases. Purchases own theirs ({@link Names}).
 */
public final class OrderMentions {

    private final AliasTable lines;

    public OrderMentions(MongoCollection<BsonDocument> orderMentions) {
        this.lines = new AliasTable(orderMentions);
    }

    /** Remembers the order that the fact names, if it names one; the first instance that it was named for stays. */
    public Mono<Void> note(String instanceId, InstanceFact fact) {
        return Mono.justOrEmpty(named(fact))
                .flatMap(order -> lines.claim(key(order.orderId(), order.orderLineId()), instanceId))
                .then();
    }

    /** For which instance a call named one of these lines, or else their order without any line. */
    public Mono<String> instanceOf(String orderId, List<String> lineIds) {
        var keys = Stream.concat(lineIds.stream().map(line -> key(orderId, line)), Stream.of(key(orderId, null)))
                .toList();
        return lines.owners(keys)
                .flatMap(instances -> Mono.justOrEmpty(
                        keys.stream().filter(instances::containsKey).findFirst().map(instances::get)));
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
    private static String key(String orderId, @Nullable String lineId) {
        return new OrderKey(orderId, lineId, null).canonical();
    }
}
