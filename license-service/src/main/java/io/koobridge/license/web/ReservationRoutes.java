package io.koobridge.license.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.StoreTrouble;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** {@code POST /internal/licenses:reserve}: what the gateway asks before it takes an application (design §3.5). */
public final class ReservationRoutes {

    private final ReservationDesk desk;
    private final Mono<Void> ready;
    private final MeterRegistry metrics;

    /** @param ready completes when the store has the indexes that let one of two win */
    public ReservationRoutes(ReservationDesk desk, Mono<Void> ready, MeterRegistry metrics) {
        this.desk = desk;
        this.ready = ready;
        this.metrics = metrics;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/licenses:reserve", this::reserve)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> reserve(ServerRequest request) {
        return request.bodyToMono(Question.class)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "the question is missing")))
                .flatMap(question -> ready.then(Mono.defer(() -> desk.answer(question))))
                .doOnNext(this::count)
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    private void count(LicenseReservation answer) {
        var outcome = Optional.<Enum<?>>ofNullable(answer.reason()).orElse(answer.verdict());
        metrics.counter(
                        "koobridge.license.applications",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
