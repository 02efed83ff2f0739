package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.oneaccess.Conduct;
import io.koobridge.simulator.oneaccess.Conducts;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Telling an enterprise's OneAccess how to behave. */
public final class OneAccessApi {
    private static final String PATH = "/simulator/enterprises/{tenantId}/one-access";

    private final Enterprises enterprises;
    private final Conducts conducts;

    public OneAccessApi(Enterprises enterprises, Conducts conducts) {
        this.enterprises = enterprises;
        this.conducts = conducts;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET(PATH, request -> shown(conducts.of(tenant(request))))
                .PUT(PATH, this::set)
                .DELETE(PATH, request -> shown(conducts.reset(tenant(request))))
                .build();
    }

    private Mono<ServerResponse> set(ServerRequest request) {
        String tenant = tenant(request);
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> shown(conducts.set(tenant, Wishes.as(Wishes.object(body), Conduct.class))));
    }

    private String tenant(ServerRequest request) {
        return enterprises.known(request.pathVariable("tenantId")).profile().tenantId();
    }

    private static Mono<ServerResponse> shown(Conduct conduct) {
        return ServerResponse.ok().bodyValue(conduct);
    }
}
