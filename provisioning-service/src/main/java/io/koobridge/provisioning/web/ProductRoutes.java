package io.koobridge.provisioning.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import io.koobridge.provisioning.outside.ProductResult;
import io.koobridge.provisioning.outside.ProductResult.Reading;
import io.koobridge.provisioning.outside.ProductSecrets;
import io.koobridge.provisioning.web.ResultDesk.Taken;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The public door of this service, for the product alone: how a wish ended that it had been working on. */
public final class ProductRoutes {

    static final String RESULTS = "/provisioner/v1/results";

    private static final Logger log = LoggerFactory.getLogger(ProductRoutes.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(15);

    /** Nobody is known before the body was read, so all that are read at once have a limit too. */
    private static final int AT_ONCE = 128;

    private final ProductSecrets secrets;
    private final ResultDesk desk;
    private final Telemetry telemetry;
    private final BoundedBody body;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ProductRoutes(ProductSecrets secrets, ResultDesk desk, Telemetry telemetry) {
        this(secrets, desk, telemetry, BoundedBody.USUAL);
    }

    ProductRoutes(ProductSecrets secrets, ResultDesk desk, Telemetry telemetry, BoundedBody body) {
        this.secrets = secrets;
        this.desk = desk;
        this.telemetry = telemetry;
        this.body = body;
    }

    public RouterFunction<ServerResponse> open() {
        return route().POST(RESULTS, this::take)
                .route(path(RESULTS), _ -> problem(METHOD_NOT_ALLOWED, "Results are posted."))
                .build();
    }

    private Mono<ServerResponse> take(ServerRequest request) {
        if (!secrets.present()) {
            return problem(NOT_FOUND, "No product is configured that could send results.");
        }
        if (!places.tryAcquire()) {
            return ResultProblem.of(SERVICE_UNAVAILABLE, "Too many results at once; send it again.")
                    .answerAndClose();
        }
        return body.of(request)
                .flatMap(bytes -> verified(request, bytes))
                .onErrorResume(DataBufferLimitException.class, _ -> ResultProblem.of(
                                CONTENT_TOO_LARGE, "A result has at most %d KiB.".formatted(body.largest() / 1024))
                        .answerAndClose())
                .onErrorResume(BoundedBody.NotArrivedException.class, _ -> ResultProblem.of(
                                REQUEST_TIMEOUT, "The body did not arrive in time.")
                        .answerAndClose())
                .doFinally(_ -> places.release());
    }

    private Mono<ServerResponse> verified(ServerRequest request, byte[] bytes) {
        return switch (secrets.verify(
                request.headers()::firstHeader, bytes, telemetry.clock().instant())) {
            case Verified(var id, var _) -> read(bytes, id);
            case Rejected(var reason) -> {
                telemetry
                        .metrics()
                        .counter(
                                "koobridge.signature.rejected",
                                "reason",
                                reason.name().toLowerCase(Locale.ROOT))
                        .increment();
                log.atWarn().addKeyValue("reason", reason).log("a product's result was not signed as agreed");
                yield problem(UNAUTHORIZED, sentence(reason));
            }
        };
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
        return ResultProblem.of(status, detail).answer();
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case HEADER_MISSING -> "webhook-id, webhook-timestamp and webhook-signature are needed.";
            case TIMESTAMP_NOT_A_NUMBER -> "webhook-timestamp must be Unix time in whole seconds.";
            case TOO_OLD, IN_THE_FUTURE -> "webhook-timestamp is more than 5 minutes off: compare the clocks.";
            case SIGNATURE_MISMATCH ->
                "webhook-signature is not of this body: compare the secret, and sign the bytes that are sent.";
        };
    }
}
