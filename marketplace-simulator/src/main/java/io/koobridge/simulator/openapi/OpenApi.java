package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.signing.AccessKeyVerifier;
import io.koobridge.simulator.signing.AccessVerdict.Passed;
import io.koobridge.simulator.signing.AccessVerdict.Refused;
import io.koobridge.simulator.signing.ReceivedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The API gateway: knows what exists, checks the access key, hands over, and enters every call in the record. */
public final class OpenApi {
    private static final String PREFIX = "/api/mkp-openapi-public";
    private static final String ORDER_QUERY = PREFIX + "/global/v1/order/query";
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(members -> members.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final AccessKeyVerifier verifier;
    private final OrderQuery orderQuery;
    private final CallLog calls;
    private final Clock clock;

    /** The clock is real time, for the record. */
    public OpenApi(AccessKeyVerifier verifier, OrderQuery orderQuery, CallLog calls, Clock clock) {
        this.verifier = verifier;
        this.orderQuery = orderQuery;
        this.calls = calls;
        this.clock = clock;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .path(PREFIX, prefix -> prefix.route(request -> true, this::handle))
                .build();
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        Instant at = clock.instant();
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> answer(request, body))
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooLarge -> Mono.just(error(413, "APIGW.0201", "Request entity too large")))
                .flatMap(answer -> write(request, at, answer));
    }

    private ApiAnswer answer(ServerRequest request, byte[] body) {
        if (!request.path().equals(ORDER_QUERY) || !request.method().name().equals("GET")) {
            return error(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
        }
        return switch (verifier.verify(received(request, body))) {
            case Refused refused -> error(401, "APIGW.0301", refused.message());
            case Passed _ -> orderQuery.answer(request.queryParams());
        };
    }

    private static ApiAnswer error(int status, String code, String message) {
        return ApiAnswer.gatewayError(
                status, code, message, UUID.randomUUID().toString().replace("-", ""));
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

    private Mono<ServerResponse> write(ServerRequest request, Instant at, ApiAnswer answer) {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        boolean good = answer.status() == 200;
        calls.add(new Call(
                Call.Direction.FROM_SELLER,
                request.path().equals(ORDER_QUERY) ? "orderQuery" : "unknown",
                request.queryParam("orderId").orElse(null),
                at,
                Duration.between(at, clock.instant()).toMillis(),
                request.method().name() + " " + request.uri().getRawPath() + query(request),
                null,
                answer.status(),
                Call.kept(body),
                null,
                good ? "ANSWERED" : "REFUSED",
                good ? null : answer.code() + " " + answer.message()));
        return ServerResponse.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    private static String query(ServerRequest request) {
        String raw = request.uri().getRawQuery();
        return raw == null ? "" : "?" + raw;
    }
}
