package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.calling.Bulk;
import io.koobridge.simulator.calling.BulkRun;
import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Summary;
import io.koobridge.simulator.market.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Many purchases at once, and the numbers about all of them. */
public final class BulkApi {
    private final Book book;
    private final Violations violations;
    private final Bulk bulk;
    private final PurchaseApi.Till till;

    public BulkApi(Book book, Violations violations, Bulk bulk, PurchaseApi.Till till) {
        this.book = book;
        this.violations = violations;
        this.bulk = bulk;
        this.till = till;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases:bulk", this::start)
                .GET("/simulator/purchases:summary", this::summary)
                .build();
    }

    private Mono<ServerResponse> start(ServerRequest request) {
        return request.bodyToMono(BulkRequest.class)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("count is missing")))
                .flatMap(wanted -> {
                    BulkRun run = wanted.run();
                    PurchaseRequest each = wanted.each();
                    // Once here, so that a bad wish is refused now and not a thousand times later.
                    var unused = till.order(each);
                    Bulk.State state = bulk.start(run, () -> till.order(each));
                    return ServerResponse.status(HttpStatus.ACCEPTED).bodyValue(state);
                });
    }

    /** @param run the bulk run that was asked about, if one was */
    record SummaryView(@JsonUnwrapped Summary summary, long violations, Bulk.@Nullable State run) {}

    private Mono<ServerResponse> summary(ServerRequest request) {
        SaleFilter filter = SaleFilter.of(request);
        Bulk.State run =
                filter.bulk() == null ? null : bulk.state(filter.bulk()).orElse(null);
        if (filter.bulk() != null && run == null) {
            return Problem.of(HttpStatus.NOT_FOUND, "no bulk run " + filter.bulk());
        }
        return ServerResponse.ok()
                .bodyValue(new SummaryView(
                        book.summary(filter), violations.listed().total(), run));
    }
}
