package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.openapi.ApiFault;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import io.koobridge.simulator.openapi.ApiFaults;
import io.koobridge.simulator.openapi.ApiName;
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

    private final ApiFaultBoard faults;

    public ApiFaultApi(ApiFaultBoard faults) {
        this.faults = faults;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().PUT("/simulator/open-api/faults", this::arm)
                .GET(
                        "/simulator/open-api/faults",
                        request -> shown(faults.of(api(request)).state()))
                .DELETE("/simulator/open-api/faults", this::clear)
                .build();
    }

    private static ApiName api(ServerRequest request) {
        return api(request.queryParam("api").orElse(null));
    }

    private static ApiName api(@Nullable String name) {
        return name == null ? ApiName.ORDER_QUERY : Parameters.oneOf("api", name, ApiName.class);
    }

    private Mono<ServerResponse> clear(ServerRequest request) {
        if (request.queryParam("api").isEmpty()) {
            faults.clear();
            return shown(faults.of(ApiName.ORDER_QUERY).state());
        }
        return shown(faults.of(api(request)).clear());
    }

    record View(@Nullable ObjectNode armed, long hits) {}

    private Mono<ServerResponse> arm(ServerRequest request) {
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(body -> {
            ObjectNode object = Wishes.object(body);
            JsonNode calls = object.remove("calls");
            ApiName api = api(text(object.remove("api")));
            if (object.path("kind").asString("").equals("RESULT_CODE") && !object.hasNonNull("code")) {
                object.put("code", api.internalError());
            }
            ApiFault fault = Wishes.as(object, ApiFault.class);
            if (fault instanceof ApiFault.Partly && api != ApiName.ACTIVATE && api != ApiName.USAGE) {
                throw new IllegalArgumentException("PARTLY is for ACTIVATE");
            }
            return shown(faults.of(api).arm(fault, calls(calls)));
        });
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("api must be a string");
        }
        return value.stringValue();
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
