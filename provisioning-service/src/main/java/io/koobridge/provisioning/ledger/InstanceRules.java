package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which instance a fact is for, and what it does to it. Only a purchase may be for another one than it names. */
public final class InstanceRules implements FactRules<InstanceFact, Instance> {

    private final OrderAliases aliases;
    private final MovedFacts moved;

    public InstanceRules(OrderAliases aliases, MovedFacts moved) {
        this.aliases = aliases;
        this.moved = moved;
    }

    @Override
    public Outcome<Instance> decide(@Nullable Instance current, Event<? extends InstanceFact> event) {
        return Decisions.decide(current, event);
    }

    @Override
    public Outcome<Instance> retry(@Nullable Instance current) {
        return Decisions.retry(current);
    }

    @Override
    public Mono<Event<InstanceFact>> claim(Event<InstanceFact> event) {
        return event.data() instanceof InstancePurchased purchase
                ? aliases.claim(purchase.kind(), purchase.order(), event.subject())
                        .map(owner -> moved.about(owner, event))
                : Mono.just(event);
    }

    @Override
    public Mono<Event<InstanceFact>> locate(Event<InstanceFact> event) {
        return event.data() instanceof InstancePurchased purchase
                ? aliases.ownerOf(purchase.kind(), purchase.order())
                        .map(event::about)
                        .defaultIfEmpty(event)
                : Mono.just(event);
    }
}
