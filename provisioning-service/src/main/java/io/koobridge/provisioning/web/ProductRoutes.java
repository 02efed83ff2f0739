package io.koobridge.provisioning.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.provisioning.outside.ProductResult;
import io.koobridge.provisioning.outside.ProductResult.Reading;
import io.koobridge.provisioning.web.ResultDesk.Taken;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.runtime.webhook.DoorProblem;
import io.koobridge.runtime.webhook.WebhookDoor;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The public door of this service, for the product alone: how a wish ended that it had been working on. */
public final class ProductRoutes {

    static final String RESULTS = "/provisioner/v1/results";

    private static final Logger log = LoggerFactory.getLogger(ProductRoutes.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(15);

    private final WebhookDoor door;
    private final ResultDesk desk;

    public ProductRoutes(WebhookSecrets secrets, ResultDesk desk, Telemetry telemetry) {
        this(secrets, desk, telemetry, BoundedBody.USUAL);
    }

    ProductRoutes(WebhookSecrets secrets, ResultDesk desk, Telemetry telemetry, BoundedBody body) {
        this.door = new WebhookDoor(
                new WebhookDoor.Owner("product", secrets), telemetry.clock(), telemetry.metrics(), body);
        this.desk = desk;
    }

    public RouterFunction<ServerResponse> open() {
        return route().POST(RESULTS, request -> door.answer(request, this::read))
                .route(path(RESULTS), _ -> problem(METHOD_NOT_ALLOWED, "Results are posted."))
                .build();
    }

    private Mono<ServerResponse> read(byte[] bytes, String messageId) {
        return switch (ProductResult.read(bytes)) {
            case Reading.Illegible(var why) -> problem(BAD_REQUEST, "The result cannot be read: %s.".formatted(why));
            case Reading.Faulty(var faults) -> faulty(faults);
            case Reading.Valid(var result) ->
                desk.take(result, messageId)
                        .timeout(STORED_WITHIN)
                        .flatMap(ProductRoutes::answer)
                        .onErrorResume(error -> failed(result.instanceId(), error));
        };
    }

    private static Mono<ServerResponse> answer(Taken taken) {
        return switch (taken) {
            case Taken.Stored _ -> ServerResponse.noContent().build();
            case Taken.UnknownInstance _ -> problem(NOT_FOUND, "No instance of a product has this id.");
            case Taken.Late(var why) -> problem(CONFLICT, "The result is too late: %s.".formatted(why));
            case Taken.Faulty(var faults) -> faulty(faults);
            case Taken.WithoutAccess _ ->
                problem(UNPROCESSABLE_CONTENT, "appInfo.frontEndUrl is missing: the buyer has no address yet.");
        };
    }

    private static Mono<ServerResponse> faulty(List<String> faults) {
        return problem(UNPROCESSABLE_CONTENT, String.join("; ", faults) + ".");
    }

    private static Mono<ServerResponse> failed(String instanceId, Throwable error) {
        if (error instanceof UnreadableEntryException) {
            log.atError().addKeyValue("instanceId", instanceId).setCause(error).log("a product's result has no place");
            return problem(INTERNAL_SERVER_ERROR, "The instance cannot be read; the log of this service says why.");
        }
        log.atWarn()
                .addKeyValue("instanceId", instanceId)
                .addKeyValue("error", error instanceof TimeoutException ? "time-out" : error.toString())
                .log("a product's result was not stored");
        return problem(SERVICE_UNAVAILABLE, "The result could not be stored; send it again.");
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return DoorProblem.of(status, detail).answer();
    }
}
