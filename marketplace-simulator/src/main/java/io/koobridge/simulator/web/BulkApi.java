package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.calling.Bulk;
import io.koobridge.simulator.calling.BulkRun;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Delisting;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.life.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Many purchases at once, and the numbers about all of them. */
public final class BulkApi {
    private final Book book;
    private final Notices notices;
    private final Bulk bulk;
    private final Till till;

    public BulkApi(Book book, Notices notices, Bulk bulk, Till till) {
        this.book = book;
        this.notices = notices;
        this.bulk = bulk;
        this.till = till;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases:bulk", this::start)
                .GET("/simulator/purchases:summary", this::summary)
                .GET("/simulator/summary", this::summary)
                .build();
    }

    private Mono<ServerResponse> start(ServerRequest request) {
        return request.bodyToMono(BulkRequest.class)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("count is missing")))
                .flatMap(wanted -> {
                    BulkRun run = wanted.run();
                    PurchaseRequest each = wanted.each();
                    // Once here, so that a bad wish is refused now and not a thousand times later.
                    var unused = each.order(till);
                    Bulk.State state = bulk.start(run, () -> each.order(till));
                    return ServerResponse.status(HttpStatus.ACCEPTED).bodyValue(state);
                });
    }

    /** @param run the bulk run that was asked about, if one was */
    record SummaryView(
            @JsonUnwrapped Summary summary, long violations, Delisting.Counted delisting, Bulk.@Nullable State run) {}

    private Mono<ServerResponse> summary(ServerRequest request) {
        SaleFilter filter = SaleFilter.of(request);
        Bulk.State run =
                filter.bulk() == null ? null : bulk.state(filter.bulk()).orElse(null);
        if (filter.bulk() != null && run == null) {
            return Problem.of(HttpStatus.NOT_FOUND, "no bulk run " + filter.bulk());
        }
        return ServerResponse.ok()
                .bodyValue(new SummaryView(
                        book.summary(filter),
                        notices.violations().listed().total(),
                        notices.delisting().counted(till.now()),
                        run));
    }
}
