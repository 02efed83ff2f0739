package io.koobridge.gateway.command;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores what the marketplace told about tenants, in any order and however often (tenant-sync §4.4): nobody is asked whether it can be. Only a client secret is
 * opened first, for a call whose secret nobody can read has failed (design §3.5).
 */
final class TenantNews {

    /** Opening takes three tries of some milliseconds for each key; storing needs what is left. */
    private static final Duration OPEN_FOR = Duration.ofMillis(1_500);

    /** Parts of one call: a long list leaves room for the facts of others. */
    private static final int AT_ONCE = 16;

    private final FactPublisher<TenantFact> publisher;
    private final Tenants tenants;

    TenantNews(FactPublisher<TenantFact> publisher, Tenants tenants) {
        this.publisher = publisher;
        this.tenants = tenants;
    }

    /** Answered after the last part is stored; what was stored of a call that failed is the same when it comes again. */
    Mono<Reply> carryOut(Command.TenantTold told, Circumstances circumstances) {
        return Flux.fromIterable(told.facts())
                .map(each -> circumstances.<TenantFact>event(each.factId(), told.tenantId(), each.fact()))
                .flatMap(publisher::publish, AT_ONCE)
                .all(Publication.Stored.class::isInstance)
                .map(stored -> stored ? new Reply.Noted(false) : new Reply.Refused(Refusal.NOT_STORED));
    }

    Mono<Reply> carryOut(Command.SecretTold told, Circumstances circumstances) {
        var client = told.client();
        var question = new SecretOpening.Question(told.tenantId(), client.appId(), told.encrypted());
        return tenants.open(question, circumstances.deadline().atMost(OPEN_FOR)).flatMap(answer -> switch (answer) {
            case Answer.Answered<SecretOpening>(var opening) -> opened(told, opening, circumstances);
            case Answer.NotSent<SecretOpening> _, Answer.Uncertain<SecretOpening> _ ->
                Mono.just(new Reply.Refused(Refusal.SERVICE_AWAY));
        });
    }

    private Mono<Reply> opened(Command.SecretTold told, SecretOpening opening, Circumstances circumstances) {
        var sealed = opening.sealed();
        if (sealed == null) {
            return Mono.just(new Reply.Declined(Reason.SECRET_UNREADABLE));
        }
        var client = told.client();
        var granted =
                new ApplicationGranted(client.instanceId(), client.appId(), client.clientId(), sealed, client.test());
        return publisher
                .publish(circumstances.<TenantFact>event(told.factId(), told.tenantId(), granted))
                .map(publication -> switch (publication) {
                    case Publication.Stored _ -> new Reply.Noted(false);
                    case Publication.NotStored _ -> new Reply.Refused(Refusal.NOT_STORED);
                });
    }
}
