package io.koobridge.service.web;

import io.koobridge.events.wire.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Why a question at a public door was not answered, for the seller's engineers (RFC 9457).
 *
 * @param detail one sentence, which never quotes what was sent
 */
public record PublicProblem(int status, String title, String detail) {

    private static final String RETRY_AFTER_SECONDS = "10";

    public static PublicProblem of(HttpStatus status, String detail) {
        return new PublicProblem(status.value(), status.getReasonPhrase(), detail);
    }

    public Mono<ServerResponse> answer() {
        return answer(false);
    }

    /** Nothing more is read from this connection: what was not read of a body would be taken for the next request. */
    public Mono<ServerResponse> answerAndClose() {
        return answer(true);
    }

    private Mono<ServerResponse> answer(boolean close) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    if (close) {
                        headers.set("Connection", "close");
                    }
                    if (status == HttpStatus.UNAUTHORIZED.value()) {
                        headers.set("WWW-Authenticate", "Bearer");
                    }
                    if (status == HttpStatus.TOO_MANY_REQUESTS.value()
                            || status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                        headers.set("Retry-After", RETRY_AFTER_SECONDS);
                    }
                })
                .bodyValue(Json.mapper().writeValueAsBytes(this));
    }
}
