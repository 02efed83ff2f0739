package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Products that are listed anew: what was sold before is called by the other edition from then on. */
public final class MoveApi {
    private static final int EVERY = 1_000_000;

    private final Book book;

    public MoveApi(Book book) {
        this.book = book;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases/{orderId}:move", this::purchase)
                .POST("/simulator/products/{productId}:move", this::product)
                .build();
    }

    /** @param notMoved purchases with a step under way */
    record Moved(List<String> moved, List<String> notMoved) {}

    private Mono<ServerResponse> purchase(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return book.find(orderId).isEmpty()
                ? PurchaseApi.unknown(request)
                : wish(request)
                        .map(wish -> book.change(orderId, sale -> sale.listed(wish.over(sale.listing()))))
                        .flatMap(sale -> ServerResponse.ok().bodyValue(SaleView.whole(sale)));
    }

    private Mono<ServerResponse> product(ServerRequest request) {
        String productId = request.pathVariable("productId");
        return wish(request).flatMap(wish -> ServerResponse.ok().bodyValue(moved(productId, wish)));
    }

    private Moved moved(String productId, Listed wish) {
        List<String> moved = new ArrayList<>();
        List<String> notMoved = new ArrayList<>();
        for (Sale sold :
                book.page(sale -> sale.books().product().productId().equals(productId) && !sale.released(), 0, EVERY)) {
            String orderId = sold.order().orderId();
            try {
                var unused = book.change(orderId, sale -> sale.listed(wish.over(sale.listing())));
                moved.add(orderId);
            } catch (NotNow underWay) {
                notMoved.add(orderId);
            }
        }
        return new Moved(moved, notMoved);
    }

    private static Mono<Listed> wish(ServerRequest request) {
        return request.bodyToMono(Listed.class)
                .filter(wish -> wish.edition() != null)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("edition is missing: V1 or V2")));
    }
}
