package io.koobridge.provisioning.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.Outcome;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.OrderAliases;
import io.koobridge.provisioning.outside.SealedAccess;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.web.StoreTrouble;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the gateway asks: which instance an order has, and how instances are. */
public final class InstanceRoutes {

    private static final int IDS_AT_MOST = 100;
    private static final int READS_AT_ONCE = 16;

    private final Ledger<Instance> ledger;
    private final String ledgerName;
    private final OrderAliases aliases;
    private final Requests requests;
    private final InstanceViewReader views;

    public InstanceRoutes(Ledger<Instance> ledger, OrderAliases aliases, Retries retries, SealedAccess access) {
        this.ledger = ledger;
        this.ledgerName = retries.ledgerName();
        this.aliases = aliases;
        this.requests = retries.requests();
        this.views = new InstanceViewReader(access);
    }

    /** Where a retry that was asked for goes. */
    public record Retries(String ledgerName, Requests requests) {}

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/instances:resolve", this::resolve)
                .POST("/internal/instances:query", this::query)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> resolve(ServerRequest request) {
        return request.bodyToMono(InstanceResolution.Question.class)
                .switchIfEmpty(Mono.error(() -> incomplete("a body")))
                .doOnNext(question -> require(question.kind() != null && question.order() != null, "kind and order"))
                .flatMap(question -> aliases.ownerOf(question.kind(), question.order()))
                .flatMap(this::retriedIfFailed)
                .map(InstanceRoutes::resolution)
                .defaultIfEmpty(InstanceResolution.UNKNOWN)
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    /** A repeated purchase of an instance that failed for good is somebody retrying it (design §3.5). */
    private Mono<Instance> retriedIfFailed(String id) {
        return ledger.find(id)
                .map(Entry::state)
                .flatMap(found -> found.phase() != Phase.FAILED
                        ? Mono.just(found)
                        : ledger.apply(id, Decisions::retry)
                                .flatMap(change -> request(id, change).thenReturn(change.outcome()))
                                .map(outcome -> outcome instanceof Outcome.Applied<Instance>(var next) ? next : found));
    }

    private Mono<Void> request(String id, Change<Instance> change) {
        return change.pending()
                .map(ticket -> requests.send(new ReconcileRequest(ledgerName, id, ticket)))
                .orElseGet(Mono::empty);
    }

    private Mono<ServerResponse> query(ServerRequest request) {
        return request.bodyToMono(InstanceViews.Question.class)
                .doOnNext(question ->
                        require(question.kind() != null && question.instanceIds() != null, "kind and instanceIds"))
                .flatMap(question -> question.instanceIds().size() > IDS_AT_MOST
                        ? Mono.error(new ResponseStatusException(
                                HttpStatus.BAD_REQUEST, "at most %d ids may be asked at once".formatted(IDS_AT_MOST)))
                        : Flux.fromIterable(question.instanceIds())
                                .flatMapSequential(ledger::find, READS_AT_ONCE)
                                .map(Entry::state)
                                .filter(instance -> instance.kind() == question.kind())
                                .map(views::view)
                                .collectList()
                                .map(InstanceViews::new))
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    /** JSON may leave out what the records require. */
    private static void require(boolean complete, String members) {
        if (!complete) {
            throw incomplete(members);
        }
    }

    private static ResponseStatusException incomplete(String what) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The question needs %s.".formatted(what));
    }

    private static InstanceResolution resolution(Instance instance) {
        return new InstanceResolution(
                instance.id(),
                instance.phase(),
                instance.ready(),
                Optional.ofNullable(instance.status().failure())
                        .map(Failure::reason)
                        .orElse(null));
    }
}
