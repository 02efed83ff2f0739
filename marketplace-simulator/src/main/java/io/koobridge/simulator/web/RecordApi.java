package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.life.Violations;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What was said and what was broken. */
public final class RecordApi {
    private final CallLog calls;
    private final Violations violations;

    public RecordApi(CallLog calls, Violations violations) {
        this.calls = calls;
        this.violations = violations;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/simulator/calls", this::calls)
                .GET("/simulator/violations", request -> ServerResponse.ok().bodyValue(violations.listed()))
                .build();
    }

    private Mono<ServerResponse> calls(ServerRequest request) {
        int limit = Parameters.number(request, "limit", 100, 1, 100_000);
        return ServerResponse.ok().bodyValue(calls.listed(CallFilter.of(request), limit));
    }
}
