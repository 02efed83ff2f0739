package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OtherEdition;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.reconcile.InstanceFinding;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.finding.FindingBook;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which instance a fact is for, and what it does to it. Only a purchase may be for another one than it names. */
public final class InstanceRules implements FactRules<InstanceFact, Instance> {

    private final Names names;
    private final OrderMentions mentions;
    private final MovedFacts moved;
    private final FindingBook findings;

    public InstanceRules(Names names, OrderMentions mentions, MovedFacts moved, FindingBook findings) {
        this.names = names;
        this.mentions = mentions;
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

    /** A purchase claims its order, another call mentions the one that it names. Whatever is decided then: it has come. */
    @Override
    public Mono<Event<InstanceFact>> claim(Event<InstanceFact> event) {
        return event.data() instanceof InstancePurchased purchase
                ? names.claim(name(purchase), event.subject()).flatMap(owner -> known(owner, event.subject(), purchase)
                        .thenReturn(moved.about(owner, event)))
                : mentions.note(event.subject(), event.data()).thenReturn(event);
    }

    /**
     * By what the other edition calls the order, or by the id that the gateway may have answered when it could ask nobody. Whoever owns the order by
     * another id has the names that are his already: a further line may own V1's name for a product, and must not get the first line's for it.
     */
    private Mono<Void> known(String owner, String derived, InstancePurchased purchase) {
        return owner.equals(derived)
                ? Mono.justOrEmpty(OtherEdition.of(purchase.order()))
                        .flatMap(order -> names.claim(new Name(purchase.kind(), order), owner))
                        .then()
                : names.know(derived, owner);
    }

    @Override
    public Mono<Event<InstanceFact>> locate(Event<InstanceFact> event) {
        return event.data() instanceof InstancePurchased purchase
                ? names.owner(name(purchase)).map(event::about).defaultIfEmpty(event)
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

    private static Name name(InstancePurchased purchase) {
        return new Name(purchase.kind(), purchase.order());
    }
}
