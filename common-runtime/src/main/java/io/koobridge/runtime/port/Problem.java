package io.koobridge.runtime.port;

import io.koobridge.events.wire.Json;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * An error on the internal port (RFC 9457).
 *
 * @param detail one sentence, which never quotes what was sent
 */
record Problem(int status, String detail) {

    static Problem of(HttpStatusCode status, String detail) {
        return new Problem(status.value(), detail);
    }

    Mono<Void> writeTo(ServerHttpResponse response) {
        response.setRawStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(Mono.fromSupplier(() -> body(response)));
    }

    private DataBuffer body(ServerHttpResponse response) {
        return response.bufferFactory().wrap(Json.mapper().writeValueAsBytes(this));
    }
}
