package io.koobridge.license.web.code;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.Causes;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.web.ApiKeys;
import io.koobridge.service.web.PublicProblem;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The public door of codes: {@code POST /license-codes/activate}, {@code /check} and {@code /report-use} (docs/license-codes.md). */
public final class CodeRoutes {

    static final String ROOT = "/license-codes/";

    private static final Logger log = LoggerFactory.getLogger(CodeRoutes.class);

    /** Longer than any question is held. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

    private static final int AT_ONCE = 512;

    private final ApiKeys keys;
    private final CodeDesk desk;
    private final Telemetry telemetry;
    private final BoundedBody body;
    private final Semaphore places;

    public CodeRoutes(ApiKeys keys, CodeDesk desk, Telemetry telemetry) {
        this(keys, desk, telemetry, new Bounds(BoundedBody.USUAL, AT_ONCE));
    }

    /** How much is taken in at once. */
    record Bounds(BoundedBody body, int questions) {}

    CodeRoutes(ApiKeys keys, CodeDesk desk, Telemetry telemetry, Bounds bounds) {
        this.keys = keys;
        this.desk = desk;
        this.telemetry = telemetry;
        this.body = bounds.body();
        this.places = new Semaphore(bounds.questions());
        keys.ids().forEach(this::shown);
    }

    public RouterFunction<ServerResponse> open() {
        return route().POST(
                        ROOT + "activate",
                        request -> answer(request, "activate", bytes -> desk.activate(Question.activate(bytes))))
                .POST(ROOT + "check", request -> answer(request, "check", bytes -> desk.check(Question.check(bytes))))
                .POST(
                        ROOT + "report-use",
                        request -> answer(
                                request,
                                "report-use",
                                bytes -> desk.reportUse(Question.reportUse(
                                        bytes, telemetry.clock().instant()))))
                .route(
                        path(ROOT + "activate").or(path(ROOT + "check")).or(path(ROOT + "report-use")),
                        _ -> PublicProblem.of(METHOD_NOT_ALLOWED, "Questions are posted.")
                                .answer())
                .build();
    }

    /** Nobody's body is read before he showed a key. */
    private <T> Mono<ServerResponse> answer(
            ServerRequest request, String question, Function<byte[], Mono<T>> answering) {
        var key = keys.admitted(request.headers().firstHeader("Authorization"));
        if (key.isEmpty()) {
            return told(
                    question,
                    "unauthorized",
                    PublicProblem.of(UNAUTHORIZED, "Authorization must be Bearer and a key that is configured here.")
                            .answerAndClose());
        }
        shown(key.get()).increment();
        if (!places.tryAcquire()) {
            return told(
                    question,
                    "busy",
                    PublicProblem.of(SERVICE_UNAVAILABLE, "Too many questions at once; ask again.")
                            .answerAndClose());
        }
        return body.of(request)
                .flatMap(answering)
                .timeout(ANSWERED_WITHIN)
                .flatMap(answer -> told(
                        question,
                        "answered",
                        ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Json.mapper().writeValueAsBytes(answer))))
                .onErrorResume(error -> failed(question, error))
                .doFinally(_ -> places.release());
    }

    private Mono<ServerResponse> failed(String question, Throwable error) {
        return switch (error) {
            case Question.BadException bad ->
                told(question, "refused", bad.problem().answer());
            case DataBufferLimitException _ ->
                told(
                        question,
                        "refused",
                        PublicProblem.of(
                                        CONTENT_TOO_LARGE,
                                        "A question has at most %d KiB.".formatted(body.largest() / 1024))
                                .answerAndClose());
            case BoundedBody.NotArrivedException _ ->
                told(
                        question,
                        "refused",
                        PublicProblem.of(REQUEST_TIMEOUT, "The body did not arrive in time.")
                                .answerAndClose());
            default -> unanswered(question, error);
        };
    }

    private Mono<ServerResponse> unanswered(String question, Throwable error) {
        if (Causes.find(error, UnreadableEntryException.class).isPresent()) {
            log.atError().addKeyValue("operation", question).setCause(error).log("a code cannot be read");
            return told(
                    question,
                    "failed",
                    problem(INTERNAL_SERVER_ERROR, "The code cannot be read; the log of this service says why."));
        }
        log.atWarn()
                .addKeyValue("operation", question)
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("a question about codes was not answered");
        return told(question, "failed", problem(SERVICE_UNAVAILABLE, "The store does not answer; ask again."));
    }

    /** An old key is taken away when it stands still. */
    private Counter shown(String keyId) {
        return telemetry.metrics().counter("koobridge.license.api.key.used", "key_id", keyId);
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return PublicProblem.of(status, detail).answer();
    }

    private Mono<ServerResponse> told(String question, String outcome, Mono<ServerResponse> answer) {
        telemetry
                .metrics()
                .counter("koobridge.license.code.questions", "question", question, "outcome", outcome)
                .increment();
        return answer;
    }
}
