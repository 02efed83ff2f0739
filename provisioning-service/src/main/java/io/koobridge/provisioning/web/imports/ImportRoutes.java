package io.koobridge.provisioning.web.imports;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.service.web.StoreTrouble;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /internal/instances:import}: rows of a seller's file, at most 500 at once; one result for each, in their order. */
public final class ImportRoutes {

    private static final int MOST_ROWS = 500;
    private static final BoundedBody BODY = new BoundedBody(8 * 1024 * 1024, Duration.ofSeconds(10));

    /** Less than the command line waits. What was done until then is done, and the same rows can come again. */
    private static final Duration WITHIN = Duration.ofSeconds(22);

    private final ImportDesk desk;

    /** What is answered. */
    record Results(boolean dryRun, List<ImportResult> results) {}

    public ImportRoutes(ImportDesk desk) {
        this.desk = desk;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/instances:import", this::imported)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> imported(ServerRequest request) {
        return BODY.of(request)
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ -> refused(HttpStatus.CONTENT_TOO_LARGE, "at most 8 MiB may come at once"))
                .onErrorMap(
                        BoundedBody.NotArrivedException.class,
                        _ -> refused(HttpStatus.REQUEST_TIMEOUT, "the rows did not arrive in time"))
                .map(ImportRoutes::json)
                .flatMap(this::imported)
                .flatMap(results -> ServerResponse.ok().bodyValue(results));
    }

    private Mono<Results> imported(JsonNode body) {
        var rows = body.path("rows");
        var dryRun = body.path("dryRun");
        if (!rows.isArray() || rows.isEmpty() || rows.size() > MOST_ROWS) {
            return Mono.error(
                    refused(HttpStatus.BAD_REQUEST, "rows must be a list of 1 to %d rows".formatted(MOST_ROWS)));
        }
        if (!dryRun.isMissingNode() && !dryRun.isBoolean()) {
            // Whoever wanted to look must not change anything.
            return Mono.error(refused(HttpStatus.BAD_REQUEST, "dryRun must be true or false"));
        }
        var dry = dryRun.asBoolean(false);
        return desk.take(rows.valueStream().map(RowReader::read).toList(), dry)
                .timeout(WITHIN)
                .onErrorMap(
                        TimeoutException.class,
                        _ -> refused(HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer in time."))
                .map(results -> new Results(dry, results));
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException _) {
            // Its message quotes what stands there.
            throw refused(HttpStatus.BAD_REQUEST, "the body is no JSON");
        }
    }

    private static ResponseStatusException refused(HttpStatus status, String why) {
        return new ResponseStatusException(status, why);
    }
}
