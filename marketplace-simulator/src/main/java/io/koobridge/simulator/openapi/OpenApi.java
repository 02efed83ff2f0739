package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.openapi.Gate.End;
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
        return Bodies.whole(request)
                .map(body -> received(request, body))
                .flatMap(received -> write(received, at, gate.enter(received, request.queryParams()), request))
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooLarge -> write(received(request, new byte[0]), at, Gate.tooLarge(), request))
                .onErrorResume(
                        Bodies.TooMuch.class, busy -> write(received(request, new byte[0]), at, Gate.busy(), request));
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

    private Mono<ServerResponse> write(ReceivedRequest received, Instant at, Passage passage, ServerRequest request) {
        return switch (passage.end()) {
            case End.Answered answered -> {
                ApiAnswer answer = answered.answer();
                byte[] body = bytes(answer);
                boolean good = answer.good() && answered.fault() == null;
                record(
                        received,
                        at,
                        passage,
                        new Call.Response(answer.status(), Call.kept(body), null),
                        Call.Judged.answered(
                                answer.code(),
                                good,
                                good ? null : answer.code() + " " + answer.message(),
                                answered.fault()));
                var response = ServerResponse.status(answer.status());
                Mono<ServerResponse> written = answer.body() == null
                        ? response.build()
                        : response.contentType(MediaType.parseMediaType(answer.contentType()))
                                .bodyValue(body);
                yield answered.after().isZero()
                        ? written
                        : Mono.delay(answered.after()).then(written);
            }
            case End.Never never -> {
                record(
                        received,
                        at,
                        passage,
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

    private void record(
            ReceivedRequest request, Instant at, Passage passage, Call.Response response, Call.Judged judged) {
        String raw = request.rawQuery();
        String url = request.method() + " " + request.rawPath() + (raw == null ? "" : "?" + raw);
        journal.add(
                passage.name(),
                passage.orderId(),
                about -> new Call(
                        Call.Direction.FROM_SELLER,
                        about,
                        at,
                        Duration.between(at, clock.instant()).toMillis(),
                        new Call.Request(url, url + " HTTP/1.1", Call.kept(request.body())),
                        response,
                        judged));
    }
}
