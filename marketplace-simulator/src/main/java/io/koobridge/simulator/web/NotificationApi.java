package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.notifying.Notification;
import io.koobridge.simulator.notifying.Notifications;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Order notifications over HTTP. */
public final class NotificationApi {
    private static final String MOCK = "MOCKPERIODYEARNEW";

    private final Notifications notifications;
    private final Elsewhere elsewhere;

    public NotificationApi(Notifications notifications, Elsewhere elsewhere) {
        this.notifications = notifications;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/simulator/notifications", this::list)
                .POST("/simulator/notifications:debug", this::debug)
                .POST("/simulator/notifications/{orderId}:restart", this::restart)
                .POST("/simulator/notifications/{orderId}:again", this::again)
                .GET("/simulator/notifications/{orderId}", this::show)
                .build();
    }

    record Page(boolean on, int total, Map<Notification.State, Integer> byState, List<NotificationView> notifications) {
        static Page of(Notifications.Listed listed) {
            return new Page(
                    listed.on(),
                    listed.total(),
                    listed.byState(),
                    listed.notifications().stream().map(NotificationView::of).toList());
        }
    }

    record Calls(List<AttemptView> attempts) {
        static Calls of(List<Attempt> attempts) {
            return new Calls(attempts.stream().map(AttemptView::of).toList());
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        int limit = Parameters.number(request, "limit", 100, 1, 10_000);
        Predicate<Notification> wanted = equal(request, "purchase", Notification::purchase)
                .and(equal(request, "orderId", Notification::orderId))
                .and(equal(request, "state", told -> told.course().state().name()));
        return ServerResponse.ok().bodyValue(Page.of(notifications.listed(wanted, limit)));
    }

    private static Predicate<Notification> equal(
            ServerRequest request, String name, Function<Notification, String> value) {
        String text = request.queryParam(name).orElse(null);
        return told -> text == null || text.equals(value.apply(told));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return ServerResponse.ok().bodyValue(NotificationView.of(notifications.known(orderId)));
    }

    private Mono<ServerResponse> restart(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return elsewhere.answer(() -> AttemptView.of(notifications.restart(orderId)));
    }

    /** @param fault what shall be wrong */
    record Again(@Nullable Fault fault) {}

    private Mono<ServerResponse> again(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return request.bodyToMono(Again.class).defaultIfEmpty(new Again(null)).flatMap(wanted -> {
            Fits.requireNotification(wanted.fault());
            return elsewhere.answer(() -> Calls.of(notifications.again(orderId, wanted.fault())));
        });
    }

    record Debug(
            @Nullable String orderId,
            @Nullable String orderLineId,
            @Nullable Fault fault) {
        String order() {
            return Objects.requireNonNullElse(orderId, MOCK);
        }

        String line() {
            return Objects.requireNonNullElseGet(orderLineId, () -> Order.firstLineOf(order()));
        }
    }

    private Mono<ServerResponse> debug(ServerRequest request) {
        return request.bodyToMono(Debug.class)
                .defaultIfEmpty(new Debug(null, null, null))
                .flatMap(wanted -> {
                    Fits.requireNotification(wanted.fault());
                    return elsewhere.answer(
                            () -> Calls.of(notifications.debug(wanted.order(), wanted.line(), wanted.fault())));
                });
    }
}
