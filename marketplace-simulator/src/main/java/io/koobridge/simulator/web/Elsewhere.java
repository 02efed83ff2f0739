package io.koobridge.simulator.web;

import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Where one may wait for the seller: never on the event loop. */
public record Elsewhere(Scheduler blocking) {

    <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    Mono<ServerResponse> answer(Callable<?> work) {
        return this.<Object>call(work::call)
                .flatMap(result -> ServerResponse.ok().bodyValue(result));
    }

    static Mono<ServerResponse> accepted(Object body) {
        return ServerResponse.status(HttpStatus.ACCEPTED).bodyValue(body);
    }
}
