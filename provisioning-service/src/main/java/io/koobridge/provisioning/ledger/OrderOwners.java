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

    private final Names names;
    private final OrderMentions mentions;
    private final Function<String, Mono<OwnOrder>> boughtBy;

    /** @param boughtBy what the instance of this id was bought by; empty when there is none */
    public OrderOwners(Names names, OrderMentions mentions, Function<String, Mono<OwnOrder>> boughtBy) {
        this.names = names;
        this.mentions = mentions;
        this.boughtBy = boughtBy;
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
        var called = called(orderId, lines, products);
        return names.owners(called)
                .flatMapMany(owners -> Flux.fromIterable(called)
                        .concatMap(name -> Mono.justOrEmpty(owners.get(name))
                                .map(id -> new Claim(id, name.order().lineId().isPresent())))
                        .distinct()
                        .concatMap(claim -> existing(claim, orderId, lines)))
                .next();
    }

    /** Who has a name of the order, and whether the name tells the line. */
    private record Claim(String instanceId, boolean ofTheLine) {}

    /**
     * A name without a line is one line's too: the first has it, and whichever is known first of those that sell a product by use. It says nothing
     * about the other lines, whose calls may be lost.
     */
    private Mono<String> existing(Claim claim, String orderId, List<String> lines) {
        return own(claim.instanceId())
                .filter(there ->
                        claim.ofTheLine() || lines.isEmpty() || !there.order().isAnotherLineThan(orderId, lines))
                .map(There::instanceId);
    }

    private Mono<There> own(String id) {
        return there(id).switchIfEmpty(names.known(id).flatMap(this::there));
    }

    private Mono<There> there(String id) {
        return boughtBy.apply(id).map(order -> new There(id, order));
    }

    /** An instance that is there. */
    private record There(String instanceId, OwnOrder order) {}

    /** A call under another id is noted before anybody looks whose it is. One that was refused has come all the same. */
    private Mono<String> mentioned(String orderId, List<String> lines) {
        return mentions.instanceOf(orderId, lines).flatMap(id -> there(id)
                .map(There::instanceId)
                .switchIfEmpty(names.known(id))
                .defaultIfEmpty(id));
    }

    /** Everything that an edition may have called the order by: with a line or without, for one of its products or for none. */
    private static List<Name> called(String orderId, List<String> lineIds, List<String> productIds) {
        var lines = Stream.concat(lineIds.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .toList();
        var products = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        productIds.stream().filter(OrderKey::fits).map(Optional::of))
                .toList();
        return Stream.of(InstanceKind.values())
                .flatMap(kind -> lines.stream().flatMap(line -> products.stream()
                        .map(product -> new OrderKey(orderId, line.orElse(null), product.orElse(null)))
                        .map(order -> new Name(kind, order))))
                .toList();
    }
}
