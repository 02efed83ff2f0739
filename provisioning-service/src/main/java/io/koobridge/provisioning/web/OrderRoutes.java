package io.koobridge.provisioning.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.OrderIds;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderDecisions;
import io.koobridge.provisioning.ledger.ObservedOrders;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.web.Asked;
import io.koobridge.service.web.OperatorDeeds;
import io.koobridge.service.web.Trouble;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code POST /internal/orders:replay}: an order is looked up and compared from the beginning, also one that was never notified, for KooGallery gives up
 * after three hours (order-notification §6).
 */
public final class OrderRoutes {

    private final Book book;
    private final ObservedOrders orders;
    private final OperatorDeeds deeds;
    private final Clock clock;

    /** The orders, and how somebody is made to look at one. */
    public record Book(String name, Ledger<ObservedOrder> ledger, Requests requests) {}

    /**
     * What is asked for.
     *
     * @param orderLineId absent: every line that was told of, and the order as a whole when none was
     */
    record Wish(
            @Nullable String orderId,
            @Nullable String orderLineId,
            @Nullable String why) {}

    record Replaying(List<Replayed> orders) {}

    record Replayed(String ledger, String id, @Nullable String orderLineId) {}

    public OrderRoutes(Book book, ObservedOrders orders, OperatorDeeds deeds, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.deeds = deeds;
        this.clock = clock;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/orders:replay", this::replay)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> replay(ServerRequest request) {
        return request.bodyToMono(Wish.class)
                .switchIfEmpty(Mono.error(
                        () -> Asked.bad("The body is missing: say {\"orderId\": \"...\", \"why\": \"...\"}.")))
                .flatMapMany(wish -> {
                    var why = Asked.reason(wish.why());
                    return lines(wish).concatMap(order -> replayed(order, why));
                })
                .collectList()
                .flatMap(replayed -> ServerResponse.ok().bodyValue(new Replaying(replayed)));
    }

    private Flux<OrderKey> lines(Wish wish) {
        var order = order(wish);
        return order.lineId().isPresent()
                ? Flux.just(order)
                : orders.linesOf(order.orderId()).defaultIfEmpty(order);
    }

    private Mono<Replayed> replayed(OrderKey order, String why) {
        var id = OrderIds.of(order);
        var now = clock.instant();
        return book.ledger()
                .apply(id, current -> OrderDecisions.replay(current, order, now))
                .flatMap(change -> Mono.justOrEmpty(change.pending()))
                .flatMap(ticket -> book.requests().send(new ReconcileRequest(book.name(), id, ticket)))
                .then(Mono.fromSupplier(() -> {
                    deeds.done(id, "replayed", book.name() + '/' + id, why);
                    return new Replayed(book.name(), id, order.orderLineId());
                }));
    }

    private static OrderKey order(Wish wish) {
        var orderId = wish.orderId();
        if (orderId == null) {
            throw Asked.bad("orderId is missing.");
        }
        try {
            return new OrderKey(orderId, wish.orderLineId(), null);
        } catch (IllegalArgumentException e) {
            throw Asked.bad(e.getMessage() + ".");
        }
    }
}
