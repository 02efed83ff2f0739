package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.openapi.Gate.Passage;
import io.koobridge.simulator.signing.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The open API over HTTP: reads, lets the gate decide, writes, and enters every call in the record. */
public final class OpenApi {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(members -> members.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Gate gate;
    private final Journal journal;
    private final Clock clock;

    /** The clock is real time, for the record. */
    public OpenApi(Gate gate, Journal journal, Clock clock) {
        this.gate = gate;
        this.journal = journal;
        this.clock = clock;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .path(Gate.PREFIX, prefix -> prefix.route(request -> true, this::handle))
                .build();
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        Instant at = clock.instant();
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> gate.enter(received(request, body), request.queryParams()))
                .onErrorResume(DataBufferLimitException.class, tooLarge -> Mono.just(Gate.tooLarge()))
                .flatMap(passage -> write(request, at, passage));
    }

    private static ReceivedRequest received(ServerRequest request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers()
                .asHttpHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new ReceivedRequest(
                request.method().name(),
                request.uri().getRawPath(),
                request.uri().getRawQuery(),
                headers,
                body);
    }

    private Mono<ServerResponse> write(ServerRequest request, Instant at, Passage passage) {
        return switch (passage) {
            case Passage.Answered answered -> {
                ApiAnswer answer = answered.answer();
                byte[] body = bytes(answer);
                boolean good = answer.status() == 200 && answered.fault() == null;
                record(
                        request,
                        at,
                        new Call.Response(answer.status(), Call.kept(body), null),
                        Call.Judged.answered(
                                answer.code(),
                                good,
                                good ? null : answer.code() + " " + answer.message(),
                                answered.fault()));
                var response = ServerResponse.status(answer.status());
                yield answer.body() == null
                        ? response.build()
                        : response.contentType(MediaType.parseMediaType(answer.contentType()))
                                .bodyValue(body);
            }
            case Passage.Never never -> {
                record(
                        request,
                        at,
                        new Call.Response(null, null, null),
                        new Call.Judged(
                                null,
                                "REFUSED",
                                "no whole answer",
                                never.fault().name(),
                                null,
                                null));
                yield never.fault() instanceof ApiFault.Hang hang
                        ? Misbehaving.hang(request, Duration.ofSeconds(hang.seconds()))
                        : Misbehaving.cut(request);
            }
        };
    }

    private static byte[] bytes(ApiAnswer answer) {
        return switch (answer.body()) {
            case null -> new byte[0];
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case Object object -> JSON.writeValueAsBytes(object);
        };
    }

    private void record(ServerRequest request, Instant at, Call.Response response, Call.Judged judged) {
        String raw = request.uri().getRawQuery();
        String url = request.method().name() + " " + request.uri().getRawPath() + (raw == null ? "" : "?" + raw);
        journal.add(
                Gate.isOrderQuery(request.path()) ? "orderQuery" : "unknown",
                request.queryParam("orderId").orElse(null),
                about -> new Call(
                        Call.Direction.FROM_SELLER,
                        about,
                        at,
                        Duration.between(at, clock.instant()).toMillis(),
                        new Call.Request(url, url + " HTTP/1.1", null),
                        response,
                        judged));
    }
}
