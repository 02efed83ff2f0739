package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.life.BillingItemWish;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.CheckWish;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.DetailsWish;
import io.koobridge.simulator.life.ExpireWish;
import io.koobridge.simulator.life.QueryWish;
import io.koobridge.simulator.life.RefreshWish;
import io.koobridge.simulator.life.ReleaseWish;
import io.koobridge.simulator.life.StatusWish;
import io.koobridge.simulator.life.UpgradeWish;
import io.koobridge.simulator.life.Wish;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The steps of a bought instance's life over HTTP. */
public final class StepApi {
    private static final int SOMEBODY_WAITS = 10;

    private final Book book;
    private final Deliveries deliveries;
    private final Elsewhere elsewhere;

    public StepApi(Book book, Deliveries deliveries, Elsewhere elsewhere) {
        this.book = book;
        this.deliveries = deliveries;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases/{orderId}:refresh", taking(RefreshWish.class, 0))
                .POST("/simulator/purchases/{orderId}:freeze", taking(StatusWish.Freeze.class, 0))
                .POST("/simulator/purchases/{orderId}:unfreeze", taking(StatusWish.Unfreeze.class, 0))
                .POST("/simulator/purchases/{orderId}:upgrade", taking(UpgradeWish.class, 0))
                .POST("/simulator/purchases/{orderId}:check", taking(CheckWish.class, SOMEBODY_WAITS))
                .POST("/simulator/purchases/{orderId}:release", taking(ReleaseWish.class, 0))
                .POST("/simulator/purchases/{orderId}:details", taking(DetailsWish.class, SOMEBODY_WAITS))
                .POST("/simulator/purchases/{orderId}:expire", taking(ExpireWish.class, 0))
                .POST("/simulator/purchases/{orderId}:item", taking(BillingItemWish.class, 0))
                .POST("/simulator/purchases/{orderId}:query", taking(QueryWish.class, SOMEBODY_WAITS))
                .POST("/simulator/purchases/{orderId}/steps/{number}:restart", this::restart)
                .build();
    }

    private HandlerFunction<ServerResponse> taking(Class<? extends Wish> type, int waitsUnlessToldOtherwise) {
        return request -> {
            String orderId = request.pathVariable("orderId");
            int wait = Parameters.number(request, "wait", waitsUnlessToldOtherwise, 0, 60);
            if (book.find(orderId).isEmpty()) {
                return PurchaseApi.unknown(request);
            }
            return request.bodyToMono(byte[].class)
                    .defaultIfEmpty(new byte[0])
                    .map(body -> deliveries.request(orderId, Wishes.step(body, type)))
                    .flatMap(deed -> elsewhere.call(() -> after(orderId, deed, Duration.ofSeconds(wait))))
                    .flatMap(deed -> ServerResponse.status(deed.state().isOver() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                            .bodyValue(StepView.of(deed, book.known(orderId).listing())));
        };
    }

    private Deed after(String orderId, Deed deed, Duration wait) throws InterruptedException {
        return book.await(orderId, sale -> sale.trail().isOver(deed.number()), wait)
                .trail()
                .find(deed.number())
                .orElse(deed);
    }

    private Mono<ServerResponse> restart(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        int number = Parameters.path(request, "number");
        return elsewhere.answer(() -> AttemptView.of(deliveries.restart(orderId, number)));
    }
}
