package io.koobridge.service.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.finding.FindingRow;
import io.koobridge.service.finding.FindingRows;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /internal/findings}: what a person should look at, and closing what a person has looked at. */
public final class FindingRoutes {

    private static final int USUALLY = 100;
    private static final int AT_MOST = 500;

    private final Supplier<List<LedgerModule<?, ?>>> modules;
    private final FindingRows rows;
    private final FindingBook book;
    private final OperatorDeeds deeds;

    /** What may be asked for. */
    enum State {
        OPEN,
        CLOSED,
        ALL
    }

    record Listed(List<FindingRow> findings) {}

    record Closed(String kind, String subject, String state) {}

    public FindingRoutes(
            Supplier<List<LedgerModule<?, ?>>> modules, FindingRows rows, FindingBook book, OperatorDeeds deeds) {
        this.modules = modules;
        this.rows = rows;
        this.book = book;
        this.deeds = deeds;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().GET("/internal/findings", this::list)
                .POST("/internal/findings/{kind}/{subject}:close", this::close)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        var open =
                switch (Asked.oneOf(request, "state", State.class).orElse(State.OPEN)) {
                    case OPEN -> Boolean.TRUE;
                    case CLOSED -> Boolean.FALSE;
                    case ALL -> null;
                };
        return rows.list(open, request.queryParam("kind").orElse(null), Asked.limit(request, USUALLY, AT_MOST))
                .collectList()
                .flatMap(found -> ServerResponse.ok().bodyValue(new Listed(found)));
    }

    /** What is stopped has no work: it is found by its finding alone. */
    private Mono<Boolean> hidesNothing(String kind, String subject) {
        return kind.equals(CommonFinding.STOPPED.name())
                ? Flux.fromIterable(modules.get())
                        .concatMap(module -> module.work().stopped(subject))
                        .any(stopped -> stopped)
                        .map(stopped -> !stopped)
                : Mono.just(true);
    }

    private Mono<ServerResponse> close(ServerRequest request) {
        var kind = request.pathVariable("kind");
        var subject = request.pathVariable("subject");
        return Asked.deed(request).flatMap(deed -> rows.find(kind, subject)
                .filter(FindingRow::open)
                .switchIfEmpty(Asked.unknown("There is no such open finding."))
                .filterWhen(_ -> hidesNothing(kind, subject))
                .switchIfEmpty(
                        Mono.error(
                                () -> Asked.conflict(
                                        "It is still stopped, and without this finding nobody would see it: retry it, and the finding closes by itself.")))
                .flatMap(_ -> book.close(subject, () -> kind))
                .then(Mono.fromRunnable(
                        () -> deeds.done(subject, "finding-closed", kind + '/' + subject, deed.reason())))
                .then(ServerResponse.ok().bodyValue(new Closed(kind, subject, "closed"))));
    }
}
