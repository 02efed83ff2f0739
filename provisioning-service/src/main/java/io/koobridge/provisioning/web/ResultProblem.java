package io.koobridge.provisioning.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Why a result was not taken, for the seller's engineers (RFC 9457).
 *
 * @param detail one sentence, which never quotes what was sent
 */
record ResultProblem(int status, String title, String detail) {

    static ResultProblem of(HttpStatus status, String detail) {
        return new ResultProblem(status.value(), status.getReasonPhrase(), detail);
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
                })
                .bodyValue(this);
    }
}
