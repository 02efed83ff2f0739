package io.koobridge.gateway.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.gateway.address.KeyUses;
import io.koobridge.runtime.port.InternalRoutes;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /internal/keys}: which access keys verified calls, so that a change-over can be ended without losing any. */
public final class KeyRoutes {

    private KeyRoutes() {}

    public static InternalRoutes of(KeyUses uses) {
        return new InternalRoutes(
                route().GET("/internal/keys", _ -> ServerResponse.ok().bodyValue(uses.report()))
                        .build());
    }
}
