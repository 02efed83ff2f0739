package io.koobridge.license.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.StoreTrouble;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** {@code POST /internal/licenses:reserve}: what the gateway asks before it takes an application (design §3.5). */
public final class ReservationRoutes {

    /** As many questions as are asked at once, each with the longest fingerprint that the gateway takes. */
    private static final int LONGEST = 4 << 20;

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
        return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), LONGEST)
                .switchIfEmpty(Mono.error(() -> badRequest("the questions are missing")))
                .map(ReservationRoutes::read)
                .flatMap(asked -> ready.then(Mono.defer(() -> desk.answer(asked.questions())))
                        .doOnNext(answers -> count(asked.questions(), answers)))
                .flatMap(answers -> ServerResponse.ok().bodyValue(new Reservations(answers)));
    }

    private static Questions read(DataBuffer body) {
        try (var json = body.asInputStream(true)) {
            return Json.mapper().readValue(json, Questions.class);
        } catch (JacksonException | IOException e) {
            throw badRequest("these are no questions: " + e.getMessage());
        }
    }

    private static ResponseStatusException badRequest(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }

    private void count(List<Question> questions, List<LicenseReservation> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (!questions.get(i).equals(Question.WARM_UP)) {
                count(answers.get(i));
            }
        }
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
