package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Buying;
import io.koobridge.simulator.calling.Buying.Restarted;
import io.koobridge.simulator.calling.Ids;
import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.market.Attempt;
import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import io.koobridge.simulator.market.Sale;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Single purchases over HTTP. */
public final class PurchaseApi {
    private final Book book;
    private final Buying buying;
    private final Till till;
    private final Scheduler blocking;

    /** What makes an order out of a wish. */
    public record Till(Ids ids, Timing timing) {
        Order order(PurchaseRequest request) {
            return request.order(ids::orderId, timing.business().now());
        }
    }

    /** Calls to the seller are waited for on {@code blocking}, never on the event loop. */
    public PurchaseApi(Book book, Buying buying, Till till, Scheduler blocking) {
        this.book = book;
        this.buying = buying;
        this.till = till;
        this.blocking = blocking;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases", this::buy)
                .GET("/simulator/purchases", this::list)
                .POST("/simulator/purchases/{orderId}:restart", this::restart)
                .POST("/simulator/purchases/{orderId}:duplicate", this::duplicate)
                .GET("/simulator/purchases/{orderId}", this::show)
                .build();
    }

    private Mono<ServerResponse> buy(ServerRequest request) {
        return request.bodyToMono(PurchaseRequest.class)
                .defaultIfEmpty(PurchaseRequest.ANY)
                .map(till::order)
                .flatMap(order -> bought(Sale.of(order, RetryPlan.DOCUMENTED, null)));
    }

    private Mono<ServerResponse> bought(Sale sale) {
        return switch (buying.start(sale)) {
            case ADDED -> ServerResponse.status(HttpStatus.CREATED).bodyValue(SaleView.of(sale));
            case ALREADY_THERE ->
                Problem.of(HttpStatus.CONFLICT, "order " + sale.order().orderId() + " exists already");
            case FULL ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "the book is full of purchases that are not over yet");
        };
    }

    record Page(int page, int size, int total, List<SaleView> purchases) {}

    private Mono<ServerResponse> list(ServerRequest request) {
        int page = Parameters.number(request, "page", 0, 0, 1_000_000);
        int size = Parameters.number(request, "size", 50, 1, 500);
        SaleFilter filter = SaleFilter.of(request);
        List<SaleView> sales =
                book.page(filter, page * size, size).stream().map(SaleView::of).toList();
        return ServerResponse.ok()
                .bodyValue(new Page(page, size, book.summary(filter).total(), sales));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return book.find(request.pathVariable("orderId"))
                .map(sale -> ServerResponse.ok().bodyValue(SaleView.of(sale)))
                .orElseGet(() -> unknown(request));
    }

    private Mono<ServerResponse> restart(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        if (book.find(orderId).isEmpty()) {
            return unknown(request);
        }
        return elsewhere(() -> buying.restart(orderId)).flatMap(restarted -> switch (restarted) {
            case Restarted.Done done -> ServerResponse.ok().bodyValue(done.attempt());
            case Restarted.NotNeeded notNeeded ->
                Problem.of(HttpStatus.CONFLICT, "only an ORDERED purchase can be restarted, not " + notNeeded.status());
        });
    }

    record Attempts(List<Attempt> attempts) {}

    private Mono<ServerResponse> duplicate(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        int count = Parameters.number(request, "count", 1, 1, 100);
        if (book.find(orderId).isEmpty()) {
            return unknown(request);
        }
        return elsewhere(() -> new Attempts(buying.duplicate(orderId, count)))
                .flatMap(attempts -> ServerResponse.ok().bodyValue(attempts));
    }

    private static Mono<ServerResponse> unknown(ServerRequest request) {
        return Problem.of(HttpStatus.NOT_FOUND, "no purchase " + request.pathVariable("orderId"));
    }

    private <T> Mono<T> elsewhere(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }
}
