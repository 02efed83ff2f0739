package io.koobridge.license.ledger.code;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeDecisions;
import io.koobridge.license.domain.code.CodeDecisions.Unseen;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a call of the marketplace does to a code. From here on the code has its name only: ids stand in logs and journals. */
public final class CodeRules implements FactRules<CodeFact, AuthorizationCode> {

    private final Unseen unseen;

    public CodeRules(Unseen unseen) {
        this.unseen = unseen;
    }

    @Override
    public Outcome<AuthorizationCode> decide(@Nullable AuthorizationCode current, Event<? extends CodeFact> event) {
        return CodeDecisions.decide(current, event, unseen);
    }

    @Override
    public Mono<Event<CodeFact>> claim(Event<CodeFact> event) {
        return locate(event);
    }

    @Override
    public Mono<Event<CodeFact>> locate(Event<CodeFact> event) {
        return Mono.just(event.about(CodeId.of(event.subject())));
    }

    @Override
    public Outcome<AuthorizationCode> retry(@Nullable AuthorizationCode current) {
        return CodeDecisions.retry(current);
    }
}
