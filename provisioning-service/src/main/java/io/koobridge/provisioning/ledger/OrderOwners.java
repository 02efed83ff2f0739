package io.koobridge.provisioning.ledger;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderKind;
import io.koobridge.provisioning.domain.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which instance an observed order belongs to, as far as its calls have come. */
public final class OrderOwners {

    private final OrderAliases aliases;
    private final OrderMentions mentions;

    public OrderOwners(OrderAliases aliases, OrderMentions mentions) {
        this.aliases = aliases;
        this.mentions = mentions;
    }

    /** Empty when no call of those that belong to it has come yet, and as long as nobody knows what it is. */
    public Mono<String> instanceOf(ObservedOrder order) {
        var sighting = order.sighting();
        return sighting == null ? Mono.empty() : instanceOf(order.order(), sighting);
    }

    private Mono<String> instanceOf(OrderKey order, Sighting sighting) {
        return switch (OrderKind.of(sighting.details().orderType())) {
            case PURCHASE -> owner(order, sighting.productIds());
            case CHANGE -> mentions.instanceOf(order);
            case OTHER -> owner(order, sighting.productIds()).switchIfEmpty(mentions.instanceOf(order));
        };
    }

    private Mono<String> owner(OrderKey order, List<String> productIds) {
        return Flux.fromArray(InstanceKind.values())
                .concatMap(
                        kind -> Flux.fromIterable(keys(order, productIds)).concatMap(key -> aliases.ownerOf(kind, key)))
                .next();
    }

    /** Everything that an edition may have called the order by: with its line or without, for one of its products or for none. */
    private static List<OrderKey> keys(OrderKey order, List<String> productIds) {
        var keys = new ArrayList<OrderKey>();
        var lines = new ArrayList<@Nullable String>();
        order.lineId().ifPresent(lines::add);
        lines.add(null);
        for (var line : lines) {
            keys.add(new OrderKey(order.orderId(), line, null));
            productIds.stream()
                    .filter(product -> product.length() <= OrderKey.LONGEST)
                    .forEach(product -> keys.add(new OrderKey(order.orderId(), line, product)));
        }
        return keys;
    }
}
