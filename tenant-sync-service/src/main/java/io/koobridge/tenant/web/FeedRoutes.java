package io.koobridge.tenant.web;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.Causes;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.web.ApiKeys;
import io.koobridge.service.web.Asked;
import io.koobridge.service.web.PublicProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The public door by which the product reads tenants itself: {@code GET /tenants} and {@code /tenants/{id}/changes} (docs/directory.md). */
public final class FeedRoutes {

    private static final Logger log = LoggerFactory.getLogger(FeedRoutes.class);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final int AT_ONCE = 64;
    private static final int USUALLY = 200;
    private static final int AT_MOST = 1_000;

    private final ApiKeys keys;
    private final Feed feed;
    private final Mono<Void> ready;
    private final MeterRegistry metrics;
    private final Semaphore places = new Semaphore(AT_ONCE);

    record Tenants(List<TenantView> tenants) {}

    /** @param ready completes when the store is known to be the right one */
    public FeedRoutes(ApiKeys keys, Feed feed, Mono<Void> ready, MeterRegistry metrics) {
        this.keys = keys;
        this.feed = feed;
        this.ready = ready;
        this.metrics = metrics;
        keys.ids().forEach(this::shown);
    }

    public RouterFunction<ServerResponse> open() {
        return route().GET("/tenants", request -> answer(request, "tenants", this::tenants))
                .GET("/tenants/{id}/changes", request -> answer(request, "changes", this::changes))
                .build();
    }

    private Mono<?> tenants(ServerRequest request) {
        return feed.tenants(request.queryParam("after").orElse(null), limit(request))
                .collectList()
                .map(Tenants::new);
    }

    private Mono<?> changes(ServerRequest request) {
        var since = Cursor.read(request.queryParam("since").orElse(""));
        return feed.changes(request.pathVariable("id"), since, limit(request))
                .switchIfEmpty(Asked.unknown("Nothing was told of a tenant with this id."));
    }

    private Mono<ServerResponse> answer(
            ServerRequest request, String question, Function<ServerRequest, Mono<?>> answering) {
        var key = keys.admitted(request.headers().firstHeader("Authorization"));
        if (key.isEmpty()) {
            return told(
                    question,
                    "unauthorized",
                    problem(UNAUTHORIZED, "Authorization must be Bearer and a key that is configured here."));
        }
        shown(key.get()).increment();
        if (!places.tryAcquire()) {
            return told(question, "busy", problem(SERVICE_UNAVAILABLE, "Too many questions at once; ask again."));
        }
        return ready.then(Mono.defer(() -> answering.apply(request)))
                .timeout(ANSWERED_WITHIN)
                .flatMap(answer -> told(
                        question,
                        "answered",
                        ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .cacheControl(CacheControl.noStore())
                                .bodyValue(Json.mapper().writeValueAsBytes(answer))))
                .onErrorResume(error -> failed(question, error))
                .doFinally(_ -> places.release());
    }

    private Mono<ServerResponse> failed(String question, Throwable error) {
        if (error instanceof ResponseStatusException bad && bad.getReason() != null) {
            return told(
                    question,
                    "refused",
                    problem(HttpStatus.valueOf(bad.getStatusCode().value()), bad.getReason()));
        }
        if (Causes.find(error, UnreadableEntryException.class).isPresent()) {
            log.atError().addKeyValue("operation", question).setCause(error).log("an entry of a tenant cannot be read");
            return told(
                    question,
                    "failed",
                    problem(INTERNAL_SERVER_ERROR, "An entry cannot be read; the log of this service says which."));
        }
        log.atWarn()
                .addKeyValue("operation", question)
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("a question about tenants was not answered");
        return told(question, "failed", problem(SERVICE_UNAVAILABLE, "The store does not answer; ask again."));
    }

    /** An old key is taken away when it stands still. */
    private Counter shown(String keyId) {
        return metrics.counter("koobridge.tenant.api.key.used", "key_id", keyId);
    }

    private static int limit(ServerRequest request) {
        return Asked.limit(request, USUALLY, AT_MOST);
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return PublicProblem.of(status, detail).answer();
    }

    private Mono<ServerResponse> told(String question, String outcome, Mono<ServerResponse> answer) {
        metrics.counter("koobridge.tenant.questions", "question", question, "outcome", outcome)
                .increment();
        return answer;
    }
}
