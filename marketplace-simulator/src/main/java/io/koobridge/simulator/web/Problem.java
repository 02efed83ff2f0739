package io.koobridge.simulator.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** An error of the simulator's own API. */
record Problem(String error) {

    static Mono<ServerResponse> of(HttpStatus status, String error) {
        return ServerResponse.status(status).bodyValue(new Problem(error));
    }
}
