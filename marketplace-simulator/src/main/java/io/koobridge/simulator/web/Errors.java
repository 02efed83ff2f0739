package io.koobridge.simulator.web;

import io.koobridge.simulator.life.NotNow;
import java.util.NoSuchElementException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Turns a request that cannot be read into 400 with the reason. */
public final class Errors {
    private Errors() {}

    public static HandlerFilterFunction<ServerResponse, ServerResponse> asProblems() {
        return (request, next) -> Mono.defer(() -> next.handle(request))
                .onErrorResume(
                        IllegalArgumentException.class,
                        e -> Problem.of(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())))
                .onErrorResume(NotNow.class, e -> Problem.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage())))
                .onErrorResume(
                        NoSuchElementException.class,
                        e -> Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())))
                .onErrorResume(ServerWebInputException.class, e -> Problem.of(HttpStatus.BAD_REQUEST, reason(e)))
                .onErrorResume(
                        DataBufferLimitException.class,
                        e -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "the body is too long"))
                .onErrorResume(
                        ResponseStatusException.class,
                        e -> Problem.of(HttpStatus.valueOf(e.getStatusCode().value()), String.valueOf(e.getReason())));
    }

    private static String reason(ServerWebInputException e) {
        String message = e.getMostSpecificCause().getMessage();
        return message == null
                ? "the body cannot be read"
                : message.lines().findFirst().orElse("");
    }
}
