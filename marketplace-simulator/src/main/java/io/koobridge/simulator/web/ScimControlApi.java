package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.scim.Directory;
import io.koobridge.simulator.scim.Mood;
import io.koobridge.simulator.scim.ScimFault;
import io.koobridge.simulator.scim.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a test does with the directory besides asking it. */
public final class ScimControlApi {
    private final Directory directory;
    private final Mood mood;
    private final Elsewhere elsewhere;

    public ScimControlApi(Directory directory, Mood mood, Elsewhere elsewhere) {
        this.directory = directory;
        this.mood = mood;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/scim/control/snapshot", this::snapshot)
                .GET("/scim/control/counts", request -> ServerResponse.ok().bodyValue(mood.counts()))
                .PUT("/scim/control/faults", this::arm)
                .GET("/scim/control/faults", request -> shown(mood.state()))
                .DELETE("/scim/control/faults", request -> shown(mood.clear()))
                .POST("/scim/control/lose/{id}", this::lose)
                .DELETE("/scim/control/directory", this::empty)
                .build();
    }

    private Mono<ServerResponse> snapshot(ServerRequest request) {
        return elsewhere.call(() -> Snapshot.of(directory, mood)).flatMap(json -> ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json));
    }

    private Mono<ServerResponse> arm(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> shown(mood.arm(Wishes.as(Wishes.object(body), ScimFault.class))));
    }

    private static Mono<ServerResponse> shown(Mood.State state) {
        return ServerResponse.ok().bodyValue(state);
    }

    private Mono<ServerResponse> lose(ServerRequest request) {
        directory.lose(request.pathVariable("id"));
        return ServerResponse.noContent().build();
    }

    /** With its counts. */
    private Mono<ServerResponse> empty(ServerRequest request) {
        directory.clear();
        mood.forgetCounts();
        return ServerResponse.noContent().build();
    }
}
