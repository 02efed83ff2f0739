package io.koobridge.service.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingBook;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * {@code POST /internal/lost-calls}: the gateway tells of a call that nobody repeats, so that a person finds it. Told again, it is the same finding. It
 * is closed by hand: no success of another call says that this one was made up for.
 */
public final class LostCallRoutes {

    private final FindingBook book;

    public LostCallRoutes(FindingBook book) {
        this.book = book;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/lost-calls", this::take)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> take(ServerRequest request) {
        return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), LostCall.LONGEST_JSON)
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ -> Asked.bad("A lost call has at most %d bytes.".formatted(LostCall.LONGEST_JSON)))
                .switchIfEmpty(Mono.error(() -> Asked.bad("The lost call is missing.")))
                .map(LostCallRoutes::read)
                .flatMap(lost -> book.open(lost.subject(), CommonFinding.NEEDS_RESTART, detail(lost))
                        .then(ServerResponse.ok().bodyValue(new LostCall.Taken(lost.subject()))));
    }

    private static LostCall read(DataBuffer body) {
        try (var json = body.asInputStream(true)) {
            return Optional.ofNullable(Json.mapper().readValue(json, LostCall.class))
                    .orElseThrow(() -> Asked.bad("The lost call is missing."));
        } catch (JacksonException e) {
            throw Asked.bad("This is no lost call: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Asked.bad("The lost call cannot be read.");
        }
    }

    /** The same each time it is told. */
    private static String detail(LostCall lost) {
        return "%s of %s failed with %s (%s), and KooGallery does not call again: restart it in the Seller Console, under production interface messages, then close this finding"
                .formatted(lost.activity(), lost.receivedAt(), lost.resultCode(), lost.verdict());
    }
}
