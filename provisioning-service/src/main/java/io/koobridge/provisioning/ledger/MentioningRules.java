package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The rules of instances, which also remember the orders that facts name. Whatever is decided about the fact: a call that was refused came all the
 * same.
 */
public final class MentioningRules implements FactRules<InstanceFact, Instance> {

    private final FactRules<InstanceFact, Instance> rules;
    private final OrderMentions mentions;

    public MentioningRules(FactRules<InstanceFact, Instance> rules, OrderMentions mentions) {
        this.rules = rules;
        this.mentions = mentions;
    }

    @Override
    public Outcome<Instance> decide(@Nullable Instance current, Event<? extends InstanceFact> event) {
        return rules.decide(current, event);
    }

    @Override
    public Outcome<Instance> retry(@Nullable Instance current) {
        return rules.retry(current);
    }

    @Override
    public Mono<Event<InstanceFact>> claim(Event<InstanceFact> event) {
        return rules.claim(event).flatMap(claimed -> mentions.note(claimed.subject(), claimed.data())
                .thenReturn(claimed));
    }

    @Override
    public Mono<Event<InstanceFact>> locate(Event<InstanceFact> event) {
        return rules.locate(event);
    }

    @Override
    public Mono<String> otherName(String id) {
        return rules.otherName(id);
    }

    @Override
    public Mono<Event<InstanceFact>> elsewhere(Event<InstanceFact> event) {
        return rules.elsewhere(event);
    }
}
