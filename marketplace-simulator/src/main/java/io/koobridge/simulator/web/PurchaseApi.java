package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Single purchases over HTTP. */
public final class PurchaseApi {
    private final Book book;
    private final Deliveries deliveries;
    private final Till till;
    private final Elsewhere elsewhere;

    public PurchaseApi(Book book, Deliveries deliveries, Till till, Elsewhere elsewhere) {
        this.book = book;
        this.deliveries = deliveries;
        this.till = till;
        this.elsewhere = elsewhere;
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
                .map(wanted -> wanted.sale(till))
                .flatMap(sale -> switch (deliveries.start(sale)) {
                    case ADDED -> ServerResponse.status(HttpStatus.CREATED).bodyValue(SaleView.whole(sale));
                    case ALREADY_THERE -> taken(sale);
                    case FULL -> full();
                });
    }

    static Mono<ServerResponse> taken(Sale sale) {
        return Problem.of(HttpStatus.CONFLICT, "order " + sale.order().orderId() + " exists already");
    }

    static Mono<ServerResponse> full() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "the book is full of purchases that are not over yet");
    }

    record Page(int page, int size, int total, List<SaleView> purchases) {}

    private Mono<ServerResponse> list(ServerRequest request) {
        int page = Parameters.number(request, "page", 0, 0, 1_000_000);
        int size = Parameters.number(request, "size", 50, 1, 500);
        SaleFilter filter = SaleFilter.of(request);
        List<SaleView> sales = book.page(filter, page * size, size).stream()
                .map(SaleView::brief)
                .toList();
        return ServerResponse.ok()
                .bodyValue(new Page(page, size, book.summary(filter).total(), sales));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return book.find(request.pathVariable("orderId"))
                .map(sale -> ServerResponse.ok().bodyValue(SaleView.whole(sale)))
                .orElseGet(() -> unknown(request));
    }

    private Mono<ServerResponse> restart(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return book.find(orderId).isEmpty()
                ? unknown(request)
                : elsewhere.answer(() -> AttemptView.of(deliveries.restart(orderId, 1)));
    }

    record Attempts(List<AttemptView> attempts) {}

    private Mono<ServerResponse> duplicate(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        int count = Parameters.number(request, "count", 1, 1, 100);
        return book.find(orderId).isEmpty()
                ? unknown(request)
                : elsewhere.answer(() -> new Attempts(deliveries.duplicate(orderId, count).stream()
                        .map(AttemptView::of)
                        .toList()));
    }

    static Mono<ServerResponse> unknown(ServerRequest request) {
        return Problem.of(HttpStatus.NOT_FOUND, "no purchase " + request.pathVariable("orderId"));
    }
}
