package io.koobridge.license.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.runtime.webhook.DoorProblem;
import io.koobridge.runtime.webhook.WebhookDoor;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Read;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Unreadable;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.Telemetry;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The licence server's door: a licence that it had been working on can be asked for now. The licence itself comes as the answer
 * to that question, so that there is one way for it, with one set of limits.
 */
public final class LicenseResultRoutes {

    static final String RESULTS = "/license-results";

    private static final Logger log = LoggerFactory.getLogger(LicenseResultRoutes.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(15);
    private static final int LONGEST_ID = 64;

    private final WebhookDoor door;
    private final ApplicationBook book;

    /** What is posted. */
    record Result(String licenseId) {}

    public LicenseResultRoutes(WebhookSecrets secrets, ApplicationBook book, Telemetry telemetry) {
        this.door = new WebhookDoor(
                new WebhookDoor.Owner("licence server", secrets),
                telemetry.clock(),
                telemetry.metrics(),
                BoundedBody.USUAL);
        this.book = book;
    }

    public RouterFunction<ServerResponse> open() {
        return route().POST(RESULTS, request -> door.answer(request, (body, _) -> read(body)))
                .route(path(RESULTS), _ -> problem(METHOD_NOT_ALLOWED, "Results are posted."))
                .build();
    }

    private Mono<ServerResponse> read(byte[] body) {
        return switch (WebhookJson.read(body, Result.class)) {
            case Unreadable<Result>(var why) -> problem(BAD_REQUEST, "The result cannot be read: %s.".formatted(why));
            case Read<Result>(var result) ->
                result.licenseId().isBlank() || result.licenseId().length() > LONGEST_ID
                        ? problem(
                                UNPROCESSABLE_CONTENT, "licenseId must have 1 to %d characters.".formatted(LONGEST_ID))
                        : woken(result.licenseId());
        };
    }

    /** What nobody waits for any more is as good as done. */
    private Mono<ServerResponse> woken(String licenseId) {
        return book.find(licenseId)
                .flatMap(_ ->
                        book.woken(licenseId).then(ServerResponse.noContent().build()))
                .switchIfEmpty(Mono.defer(() -> problem(NOT_FOUND, "No licence has this id.")))
                .timeout(STORED_WITHIN)
                .onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("instanceId", licenseId)
                            .addKeyValue("error", error instanceof TimeoutException ? "time-out" : error.toString())
                            .log("a licence server's result was not stored");
                    return problem(SERVICE_UNAVAILABLE, "The result could not be stored; send it again.");
                });
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return DoorProblem.of(status, detail).answer();
    }
}
