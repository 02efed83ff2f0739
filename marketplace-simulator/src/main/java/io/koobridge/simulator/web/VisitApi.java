package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.visiting.Visits;
import java.time.Duration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Opening the front end over HTTP. */
public final class VisitApi {
    private final Visits visits;
    private final Elsewhere elsewhere;

    public VisitApi(Visits visits, Elsewhere elsewhere) {
        this.visits = visits;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases/{orderId}:open", this::open).build();
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        int wait = Parameters.number(request, "wait", 30, 0, 60);
        return elsewhere.answer(() -> visits.open(request.pathVariable("orderId"), Duration.ofSeconds(wait)));
    }
}
