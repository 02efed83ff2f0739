package io.koobridge.simulator.openapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/** The answers that never become whole. */
public final class Misbehaving {
    private static final String HALF = "{\"resultCode\":\"MKT.0000\",\"resultMsg\":\"Succ";
    private static final long PROMISED = 2000;
    // So that the first half is on its way before the connection ends.
    private static final Duration MOMENT = Duration.ofMillis(50);

    private Misbehaving() {}

    static Mono<ServerResponse> hang(ServerRequest request, Duration time) {
        return Mono.delay(time).then(closed(request));
    }

    /** The connection ends without an answer. */
    public static Mono<ServerResponse> closed(ServerRequest request) {
        return Mono.defer(() -> {
            close(request);
            return Mono.never();
        });
    }

    static Mono<ServerResponse> cut(ServerRequest request) {
        return ServerResponse.ok()
                .header("Content-Type", "application/json")
                .contentLength(PROMISED)
                .body((response, context) -> {
                    var half = response.bufferFactory().wrap(HALF.getBytes(StandardCharsets.UTF_8));
                    var end =
                            Mono.delay(MOMENT).doOnNext(tick -> close(request)).then(Mono.<Flux<DataBuffer>>never());
                    return response.writeAndFlushWith(Flux.concat(Mono.just(Flux.fromIterable(List.of(half))), end));
                });
    }

    private static void close(ServerRequest request) {
        ServerHttpRequest http = request.exchange().getRequest();
        if (ServerHttpRequestDecorator.getNativeRequest(http) instanceof HttpServerRequest netty) {
            netty.withConnection(Connection::dispose);
        }
    }
}
