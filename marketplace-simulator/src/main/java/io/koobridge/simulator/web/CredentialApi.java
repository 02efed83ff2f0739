package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Credential;
import io.koobridge.simulator.enterprise.Credentials;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The application credentials of the seller console over HTTP (tenant-sync §6). */
public final class CredentialApi {
    private final Credentials credentials;

    public CredentialApi(Credentials credentials) {
        this.credentials = credentials;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/simulator/credentials", request -> ServerResponse.ok()
                        .bodyValue(new All(credentials.listed())))
                .GET("/simulator/credentials/{appId}", request -> ServerResponse.ok()
                        .bodyValue(credentials.known(request.pathVariable("appId"))))
                .PUT("/simulator/credentials/{appId}", this::put)
                .build();
    }

    record All(List<Credential> credentials) {}

    private Mono<ServerResponse> put(ServerRequest request) {
        String appId = request.pathVariable("appId");
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> credentials.put(appId, Wishes.as(Wishes.object(body), Credential.Change.class)))
                .flatMap(credential -> ServerResponse.ok().bodyValue(credential));
    }
}
