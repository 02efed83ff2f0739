package io.koobridge.runtime.port;

import io.koobridge.runtime.Causes;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Every error on the internal port becomes a {@link Problem}; an unexpected one is logged and shows nothing of itself. */
final class InternalErrors implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(InternalErrors.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return problem(exchange, error).writeTo(exchange.getResponse());
    }

    private static Problem problem(ServerWebExchange exchange, Throwable error) {
        if (Causes.find(error, DataBufferLimitException.class).isPresent()) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this port takes.");
        }
        var json = Causes.find(error, JacksonException.class);
        if (json.isPresent() && Causes.find(error, CodecException.class).isPresent()) {
            return Problem.of(HttpStatus.BAD_REQUEST, unreadable(json.get()));
        }
        if (error instanceof ResponseStatusException known) {
            exchange.getResponse().getHeaders().putAll(known.getHeaders());
            return Problem.of(known.getStatusCode(), sentence(known));
        }
        log.atError()
                .addKeyValue("method", exchange.getRequest().getMethod())
                .addKeyValue("path", exchange.getRequest().getPath())
                .setCause(error)
                .log("An internal route failed");
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed; its log says why.");
    }

    private static String sentence(ResponseStatusException known) {
        return Objects.requireNonNullElse(
                known.getReason(),
                known.getStatusCode() instanceof HttpStatus status ? status.getReasonPhrase() + "." : "Refused.");
    }

    /** Where the reader stopped: the message itself may quote the body. */
    private static String unreadable(JacksonException error) {
        var member = error.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[%d]".formatted(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        var place = error.getLocation() == null
                ? ""
                : ", line %d, column %d"
                        .formatted(
                                error.getLocation().getLineNr(),
                                error.getLocation().getColumnNr());
        return "The body is not the JSON that this route reads: %s%s."
                .formatted(member.isEmpty() ? "at its top" : "at " + member, place);
    }
}
