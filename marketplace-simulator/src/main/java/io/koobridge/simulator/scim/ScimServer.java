package io.koobridge.simulator.scim;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.openapi.Bodies;
import io.koobridge.simulator.openapi.Misbehaving;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The directory over HTTP: lets the fault act, checks the token, reads, asks the desk, writes. */
public final class ScimServer {
    private static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");
    private static final String PREFIX = "/scim/v2";

    private final ScimSettings settings;
    private final ScimDesk desk;
    private final Mood mood;
    private final Scheduler blocking;

    public ScimServer(ScimSettings settings, Directory directory, Mood mood, Scheduler blocking) {
        this.settings = settings;
        this.desk = new ScimDesk(directory);
        this.mood = mood;
        this.blocking = blocking;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().path(PREFIX, prefix -> prefix.route(any -> true, this::handle))
                .build();
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        if (settings.token().isEmpty()) {
            return ServerResponse.notFound().build();
        }
        ScimFault fault = mood.meet(request.method().name());
        return fault == null ? done(request).flatMap(this::written) : faulty(request, fault);
    }

    private Mono<ServerResponse> faulty(ServerRequest request, ScimFault fault) {
        return switch (fault.kind()) {
            case DOWN -> failed(fault, fault.statusOrDefault());
            case THROTTLED, RATE_LIMIT -> failed(fault, 429);
            case CUT -> cut(request);
            case SLOW ->
                done(request).flatMap(answer -> Mono.delay(Duration.ofMillis(fault.delay()))
                        .then(Mono.defer(() -> written(answer))));
            case APPLIED_THEN_500 -> done(request).flatMap(applied -> failed(fault, 500));
            case APPLIED_THEN_CUT -> done(request).flatMap(applied -> cut(request));
        };
    }

    private Mono<ServerResponse> cut(ServerRequest request) {
        mood.answered("NONE");
        return Misbehaving.closed(request);
    }

    private Mono<ServerResponse> failed(ScimFault fault, int status) {
        mood.answered(String.valueOf(status));
        var response = ServerResponse.status(status);
        return (fault.retryAfterSeconds() == null
                        ? response
                        : response.header(
                                "Retry-After", fault.retryAfterSeconds().toString()))
                .build();
    }

    private Mono<ScimDesk.Answer> done(ServerRequest request) {
        return Bodies.whole(request)
                .flatMap(
                        body -> Mono.fromCallable(() -> answered(request, body)).subscribeOn(blocking))
                .onErrorResume(
                        DataBufferLimitException.class,
                        e -> Mono.just(refused(Refusal.of(413, "the body is too long"))))
                .onErrorResume(Bodies.TooMuch.class, e -> Mono.just(refused(Refusal.of(503, "too much at once"))));
    }

    private ScimDesk.Answer answered(ServerRequest request, byte[] body) {
        try {
            if (!isAllowed(request.headers().firstHeader("Authorization"))) {
                throw Refusal.of(401, "the Bearer token is missing or wrong");
            }
            MediaType type = request.headers().contentType().orElse(SCIM);
            if (body.length > 0 && !SCIM.isCompatibleWith(type) && !MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
                throw Refusal.of(415, "the body must be application/scim+json");
            }
            String base = request.uri().getScheme() + "://" + request.uri().getRawAuthority() + PREFIX;
            return desk.answer(
                    new ScimDesk.Question(
                            request.method().name(),
                            request.uri().getPath().substring(PREFIX.length()),
                            request.queryParams().toSingleValueMap(),
                            request.headers().firstHeader("If-Match"),
                            base),
                    body);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private boolean isAllowed(@Nullable String authorization) {
        byte[] expected = ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static ScimDesk.Answer refused(Refusal refusal) {
        return new ScimDesk.Answer(refusal.status(), refusal.body(), Map.of());
    }

    private Mono<ServerResponse> written(ScimDesk.Answer answer) {
        mood.answered(String.valueOf(answer.status()));
        var response = ServerResponse.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.body() == null
                ? response.build()
                : response.contentType(SCIM).bodyValue(Attributes.JSON.writeValueAsBytes(answer.body()));
    }
}
