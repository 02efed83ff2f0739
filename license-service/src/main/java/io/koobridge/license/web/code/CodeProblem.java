package io.koobridge.license.web.code;

import io.koobridge.events.wire.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Why a question was not answered, for the seller's engineers (RFC 9457).
 *
 * @param detail one sentence, which never quotes what was sent
 */
record CodeProblem(int status, String title, String detail) {

    private static final String RETRY_AFTER_SECONDS = "10";

    static CodeProblem of(HttpStatus status, String detail) {
        return new CodeProblem(status.value(), status.getReasonPhrase(), detail);
    }

    Mono<ServerResponse> answer() {
        return answer(false);
    }

    /** Nothing more is read from this connection: what was not read of a body would be taken for the next request. */
    Mono<ServerResponse> answerAndClose() {
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
