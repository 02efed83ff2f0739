package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.codes.CodeStatus;
import io.koobridge.simulator.codes.Codes;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Authorization codes over HTTP. */
public final class CodesApi {
    private final Codes codes;

    public CodesApi(Codes codes) {
        this.codes = codes;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/simulator/codes", this::list)
                .POST("/simulator/codes/{code}:collect", request -> shown(codes.collect(request.pathVariable("code"))))
                .GET("/simulator/codes/{code}", request -> shown(codes.known(request.pathVariable("code"))))
                .build();
    }

    record Page(List<CodeView> codes) {}

    private Mono<ServerResponse> list(ServerRequest request) {
        int limit = Parameters.number(request, "limit", 100, 1, 10_000);
        String orderId = request.queryParam("orderId").orElse(null);
        CodeStatus status = request.queryParam("status")
                .map(text -> Parameters.oneOf("status", text, CodeStatus.class))
                .orElse(null);
        return ServerResponse.ok()
                .bodyValue(new Page(codes
                        .listed(
                                known -> (orderId == null
                                                || orderId.equals(known.code().orderId()))
                                        && (status == null || status == known.status()),
                                limit)
                        .stream()
                        .map(CodeView::of)
                        .toList()));
    }

    private static Mono<ServerResponse> shown(Codes.Known known) {
        return ServerResponse.ok().bodyValue(CodeView.of(known));
    }
}
