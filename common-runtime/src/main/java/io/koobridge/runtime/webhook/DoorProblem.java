package io.koobridge.runtime.webhook;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Why a result was not taken, for the seller's engineers (RFC 9457).
 *
 * @param detail one sentence, which never quotes what was sent
 */
public record DoorProblem(int status, String title, String detail) {

    /** Titled by its status. */
    public static DoorProblem of(HttpStatus status, String detail) {
        return new DoorProblem(status.value(), status.getReasonPhrase(), detail);
    }

    /** The connection stays. */
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
                })
                .bodyValue(this);
    }
}
