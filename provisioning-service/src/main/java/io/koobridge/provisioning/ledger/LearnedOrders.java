package io.koobridge.provisioning.ledger;

import static java.util.stream.Collectors.toMap;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.reconcile.InstanceWorker.LearnedNames;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Names that orders taught. A claim that loses moves nothing: the other instance may be another line of the same product. */
public final class LearnedOrders implements LearnedNames {

    private final Names names;
    private final OwnOrders orders;

    public LearnedOrders(Names names, OwnOrders orders) {
        this.names = names;
        this.orders = orders;
    }

    @Override
    public Flux<String> claim(Instance instance, List<OrderKey> learned) {
        if (learned.isEmpty()) {
            return Flux.empty();
        }
        var claims = learned.stream().collect(toMap(order -> new Name(instance.kind(), order), _ -> instance.id()));
        return names.claimAll(claims)
                .then(names.owners(claims.keySet()))
                .flatMapIterable(Map::values)
                .distinct()
                .filter(owner -> !owner.equals(instance.id()))
                .filterWhen(owner -> mayBeTheSame(instance.order(), owner));
    }

    /** Unless V2 named both by their lines, and these differ. What is not there yet may be anything. */
    private Mono<Boolean> mayBeTheSame(OrderKey order, String owner) {
        return orders.of(owner)
                .map(other -> order.lineId()
                        .map(line -> !other.isAnotherLineThan(order.orderId(), List.of(line)))
                        .orElse(true))
                .defaultIfEmpty(true);
    }
}
