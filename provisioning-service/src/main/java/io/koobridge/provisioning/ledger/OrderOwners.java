package io.koobridge.provisioning.ledger;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderKind;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.provisioning.ledger.Names.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which instance an observed order belongs to, as far as its calls have come. */
public final class OrderOwners {

    private final Names names;
    private final OrderMentions mentions;
    private final Instances instances;

    /** What the owners of orders are asked for. */
    public interface Instances {

        /** Whether there is an instance of this id. */
        Mono<Boolean> has(String id);

        /** The id of the instance that this is another id of; empty when it is of none. */
        Mono<String> otherwiseKnown(String id);
    }

    public OrderOwners(Names names, OrderMentions mentions, Instances instances) {
        this.names = names;
        this.mentions = mentions;
        this.instances = instances;
    }

    /** Empty when no call of those that belong to it has come yet, and as long as nobody knows what it is. */
    public Mono<String> instanceOf(ObservedOrder order) {
        var sighting = order.sighting();
        return sighting == null ? Mono.empty() : instanceOf(order.order(), sighting);
    }

    /** An imported instance owns the orders of its renewals too: their calls went to another system. */
    private Mono<String> instanceOf(OrderKey order, Sighting sighting) {
        var lines = order.lineId().map(List::of).orElseGet(sighting::lineIds);
        var owner = Mono.defer(() -> owner(keys(order.orderId(), lines, sighting.productIds())));
        var mentioned = Mono.defer(() -> mentioned(order.orderId(), lines));
        return switch (OrderKind.of(sighting.details().orderType())) {
            case PURCHASE -> owner;
            case CHANGE -> mentioned.switchIfEmpty(owner);
            case OTHER -> owner.switchIfEmpty(mentioned);
        };
    }

    /** An order may be claimed for an instance that never came to be: the fact is not decided yet, or an import broke off. */
    private Mono<String> owner(List<OrderKey> keys) {
        return Flux.fromArray(InstanceKind.values())
                .concatMap(kind -> Flux.fromIterable(keys).concatMap(key -> names.owner(new Name(kind, key))))
                .concatMap(id ->
                        existing(id).switchIfEmpty(instances.otherwiseKnown(id).flatMap(this::existing)))
                .next();
    }

    /** A call under another id is noted before anybody looks whose it is. One that was refused has come all the same. */
    private Mono<String> mentioned(String orderId, List<String> lines) {
        return mentions.instanceOf(orderId, lines)
                .flatMap(id ->
                        existing(id).switchIfEmpty(instances.otherwiseKnown(id)).defaultIfEmpty(id));
    }

    private Mono<String> existing(String id) {
        return instances.has(id).filter(Boolean::booleanValue).map(_ -> id);
    }

    /** Everything that an edition may have called the order by: with a line or without, for one of its products or for none. */
    private static List<OrderKey> keys(String orderId, List<String> lineIds, List<String> productIds) {
        var keys = new ArrayList<OrderKey>();
        var lines = new ArrayList<@Nullable String>(lineIds);
        lines.add(null);
        for (var line : lines) {
            keys.add(new OrderKey(orderId, line, null));
            productIds.stream()
                    .filter(product -> product.length() <= OrderKey.LONGEST)
                    .forEach(product -> keys.add(new OrderKey(orderId, line, product)));
        }
        return keys;
    }
}
