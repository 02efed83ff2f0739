package io.koobridge.service.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingRow;
import io.koobridge.service.finding.FindingRows;
import io.koobridge.service.ledger.Backlog.Age;
import io.koobridge.service.work.WorkDesk;
import io.koobridge.service.work.WorkItem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /internal/work}: what is unsettled, stuck, expired or stopped, and having it tried again. */
public final class WorkRoutes {

    private static final int USUALLY = 100;
    private static final int AT_MOST = 500;

    private final Supplier<List<LedgerModule<?, ?>>> modules;
    private final FindingRows findings;
    private final OperatorDeeds deeds;

    /** What may be asked for. */
    enum State {
        UNSETTLED,
        STUCK,
        EXPIRED,
        STOPPED
    }

    record Worklist(List<WorkItem> work) {}

    record Retrying(String ledger, String id, String state) {}

    public WorkRoutes(Supplier<List<LedgerModule<?, ?>>> modules, FindingRows findings, OperatorDeeds deeds) {
        this.modules = modules;
        this.findings = findings;
        this.deeds = deeds;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().GET("/internal/work", this::list)
                .POST("/internal/work/{ledger}/{id}:retry", this::retry)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        int limit = Asked.limit(request, USUALLY, AT_MOST);
        var items =
                switch (Asked.oneOf(request, "state", State.class).orElse(State.STUCK)) {
                    case UNSETTLED -> unsettled(Age.ANY, limit);
                    case STUCK -> unsettled(Age.STUCK, limit);
                    case EXPIRED -> unsettled(Age.EXPIRED, limit);
                    case STOPPED -> stopped();
                };
        return items.take(limit).collectList().flatMap(work -> ServerResponse.ok()
                .bodyValue(new Worklist(work)));
    }

    /** Of all ledgers: what has been unsettled longest comes first, and no ledger's work hides another's. */
    private Flux<WorkItem> unsettled(Age age, int limit) {
        return desks().concatMap(desk -> desk.unsettled(age, limit))
                .sort(Comparator.comparing(WorkItem::since))
                .take(limit)
                .collectList()
                .flatMapMany(this::withErrors);
    }

    /** Only once it is stuck is an error a finding; before, it is a line of the timeline. */
    private Flux<WorkItem> withErrors(List<WorkItem> items) {
        return findings.details(
                        CommonFinding.STUCK, items.stream().map(WorkItem::id).toList())
                .flatMapIterable(errors -> items.stream()
                        .map(item -> item.with(errors.get(item.id())))
                        .toList());
    }

    /** The finding says that it was refused for good; the document, whether that is still so. */
    private Flux<WorkItem> stopped() {
        return findings.open(CommonFinding.STOPPED).concatMap(this::stopped);
    }

    private Mono<WorkItem> stopped(FindingRow row) {
        return desks().concatMap(desk -> desk.stopped(row.subject(), row.openedAt()))
                .next()
                .map(item -> item.with(row.detail()));
    }

    private Mono<ServerResponse> retry(ServerRequest request) {
        var ledger = request.pathVariable("ledger");
        var id = request.pathVariable("id");
        return Asked.deed(request).flatMap(deed -> desks().filter(
                        desk -> desk.ledger().equals(ledger))
                .next()
                .switchIfEmpty(Asked.unknown("No such ledger is kept here."))
                .flatMap(desk -> desk.retry(id))
                .switchIfEmpty(Asked.unknown("The ledger has no such document."))
                .flatMap(retried -> switch (retried) {
                    case STARTED -> {
                        deeds.done(id, "retried", ledger + '/' + id, deed.reason());
                        yield ServerResponse.ok().bodyValue(new Retrying(ledger, id, "started"));
                    }
                    case BUSY -> Mono.error(Asked.conflict("It is being worked on right now; look again in a moment."));
                    case NOTHING_TO_DO ->
                        Mono.error(Asked.conflict(
                                "There is nothing to try again: it is settled, and nothing was refused for good."));
                }));
    }

    private Flux<? extends WorkDesk<?>> desks() {
        return Flux.fromIterable(modules.get()).map(LedgerModule::work);
    }
}
