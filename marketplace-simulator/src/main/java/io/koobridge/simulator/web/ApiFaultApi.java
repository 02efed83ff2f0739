package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.openapi.ApiFault;
import io.koobridge.simulator.openapi.ApiFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arming the open API's fault. */
public final class ApiFaultApi {
    private static final int MOST_CALLS = 100_000;

    private final ApiFaults faults;

    public ApiFaultApi(ApiFaults faults) {
        this.faults = faults;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().PUT("/simulator/open-api/faults", this::arm)
                .GET("/simulator/open-api/faults", request -> shown(faults.state()))
                .DELETE("/simulator/open-api/faults", request -> shown(faults.clear()))
                .build();
    }

    record View(@Nullable ObjectNode armed, long hits) {}

    private Mono<ServerResponse> arm(ServerRequest request) {
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(body -> {
            ObjectNode object = Wishes.object(body);
            JsonNode calls = object.remove("calls");
            return shown(faults.arm(Wishes.as(object, ApiFault.class), calls(calls)));
        });
    }

    private static @Nullable Integer calls(@Nullable JsonNode calls) {
        if (calls == null || calls.isNull()) {
            return null;
        }
        if (!calls.isInt() || calls.intValue() < 1 || calls.intValue() > MOST_CALLS) {
            throw new IllegalArgumentException("calls must be a number from 1 to " + MOST_CALLS);
        }
        return calls.intValue();
    }

    private static Mono<ServerResponse> shown(ApiFaults.State state) {
        return ServerResponse.ok().bodyValue(new View(view(state.armed()), state.hits()));
    }

    private static @Nullable ObjectNode view(ApiFaults.@Nullable Armed armed) {
        if (armed == null) {
            return null;
        }
        ObjectNode view = Wishes.written(armed.fault());
        if (armed.callsLeft() != null) {
            view.put("callsLeft", armed.callsLeft());
        }
        return view;
    }
}
