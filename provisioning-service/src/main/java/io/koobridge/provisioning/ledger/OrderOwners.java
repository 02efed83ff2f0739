package io.koobridge.provisioning.ledger;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderKind;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.provisioning.ledger.Names.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which instance an observed order belongs to, as far as its calls have come. */
public final class OrderOwners {

    /** Far more than an order is usually called by, and no more than a store takes at once. */
    private static final int NAMES_AT_ONCE = 1_000;

    private final Names names;
    private final OrderMentions mentions;
    private final Function<String, Mono<Boolean>> there;

    /** @param there whether there is an instance of this id */
    public OrderOwners(Names names, OrderMentions mentions, Function<String, Mono<Boolean>> there) {
        this.names = names;
        this.mentions = mentions;
        this.there = there;
    }

    /** Empty when no call of those that belong to it has come yet, and as long as nobody knows what it is. */
    public Mono<String> instanceOf(ObservedOrder order) {
        var sighting = order.sighting();
        return sighting == null ? Mono.empty() : instanceOf(order.order(), sighting);
    }

    /** An imported instance owns the orders of its renewals too: their calls went to another system. */
    private Mono<String> instanceOf(OrderKey order, Sighting sighting) {
        var lines = order.lineId().map(List::of).orElseGet(sighting::lineIds);
        var owner = owner(order.orderId(), lines, sighting.productIds());
        var mentioned = mentioned(order.orderId(), lines);
        return switch (OrderKind.of(sighting.details().orderType())) {
            case PURCHASE -> owner;
            case CHANGE -> mentioned.switchIfEmpty(owner);
            case OTHER -> owner.switchIfEmpty(mentioned);
        };
    }

    /** An order may be claimed for an instance that never came to be: the fact is not decided yet, or an import broke off. */
    private Mono<String> owner(String orderId, List<String> lines, List<String> products) {
        return called(orderId, lines, products)
                .buffer(NAMES_AT_ONCE)
                .concatMap(some -> names.owners(some).flatMapMany(owners -> Flux.fromIterable(some)
                        .concatMap(name -> Mono.justOrEmpty(owners.get(name)))))
                .distinct()
                .concatMap(id -> existing(id).switchIfEmpty(names.known(id).flatMap(this::existing)))
                .next();
    }

    /** A call under another id is noted before anybody looks whose it is. One that was refused has come all the same. */
    private Mono<String> mentioned(String orderId, List<String> lines) {
        return mentions.instanceOf(orderId, lines)
                .flatMap(id -> existing(id).switchIfEmpty(names.known(id)).defaultIfEmpty(id));
    }

    private Mono<String> existing(String id) {
        return there.apply(id).filter(Boolean::booleanValue).map(_ -> id);
    }

    /** Everything that an edition may have called the order by: with a line or without, for one of its products or for none. */
    private static Flux<Name> called(String orderId, List<String> lineIds, List<String> productIds) {
        var lines = Stream.concat(lineIds.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .toList();
        var products = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        productIds.stream().filter(OrderKey::fits).map(Optional::of))
                .toList();
        return Flux.fromArray(InstanceKind.values()).concatMap(kind -> Flux.fromIterable(lines)
                .concatMap(line -> Flux.fromIterable(products)
                        .map(product -> new OrderKey(orderId, line.orElse(null), product.orElse(null))))
                .map(order -> new Name(kind, order)));
    }
}
