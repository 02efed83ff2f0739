package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.reconcile.InstanceFinding;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.finding.FindingBook;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which instance a fact is for, and what it does to it. Only a purchase may be for another one than it names. */
public final class InstanceRules implements FactRules<InstanceFact, Instance> {

    private final OrderAliases aliases;
    private final Names names;
    private final MovedFacts moved;
    private final FindingBook findings;

    public InstanceRules(OrderAliases aliases, Names names, MovedFacts moved, FindingBook findings) {
        this.aliases = aliases;
        this.names = names;
        this.moved = moved;
        this.findings = findings;
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

    @Override
    public Mono<String> otherName(String id) {
        return names.known(id);
    }

    /** KooGallery calls an imported instance by the id that was derived from its order: it knows it by both. */
    @Override
    public Mono<Event<InstanceFact>> elsewhere(Event<InstanceFact> event) {
        return otherName(event.subject()).flatMap(owner -> findings.open(
                        owner,
                        InstanceFinding.ANSWERS_TO_TWO_IDS,
                        "the marketplace also calls it %s".formatted(event.subject()))
                .thenReturn(moved.about(owner, event)));
    }
}
