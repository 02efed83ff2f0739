package io.koobridge.tenant.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.Asked;
import io.koobridge.tenant.outside.ClientSecrets;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code POST /internal/secrets:open}: what the gateway asks before it takes an application (design §3.5). */
public final class SecretRoutes {

    private final ClientSecrets secrets;
    private final Scheduler threads;

    /** @param threads on which keys are tried, which no event loop has time for */
    public SecretRoutes(ClientSecrets secrets, Scheduler threads) {
        this.secrets = secrets;
        this.threads = threads;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(
                route().POST("/internal/secrets:open", this::open).build());
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        return request.bodyToMono(SecretOpening.Question.class)
                .switchIfEmpty(Mono.error(() -> Asked.bad("The question is missing.")))
                .flatMap(question -> Mono.fromSupplier(() -> new SecretOpening(
                                secrets.reseal(question.tenantId(), question.appId(), question.encrypted())
                                        .orElse(null)))
                        .subscribeOn(threads))
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }
}
