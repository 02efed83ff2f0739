package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Department;
import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.enterprise.Founding;
import io.koobridge.simulator.web.EnterpriseView.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Enterprises over HTTP: founding them, and what is true of them. */
public final class EnterpriseApi {
    private static final int MOST_LISTED = 20_000;

    private final Enterprises enterprises;
    private final Elsewhere elsewhere;

    public EnterpriseApi(Enterprises enterprises, Elsewhere elsewhere) {
        this.enterprises = enterprises;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/enterprises", this::found)
                .GET("/simulator/enterprises", this::list)
                .GET("/simulator/enterprises/{tenantId}", this::show)
                .DELETE("/simulator/enterprises/{tenantId}", this::forget)
                .GET("/simulator/enterprises/{tenantId}/departments", this::departments)
                .GET("/simulator/enterprises/{tenantId}/users", this::users)
                .GET("/simulator/enterprises/{tenantId}/users/{userName}", this::user)
                .build();
    }

    private Mono<ServerResponse> found(ServerRequest request) {
        String here = request.uri().getScheme() + "://" + request.uri().getRawAuthority();
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body ->
                        elsewhere.call(() -> enterprises.found(Wishes.as(Wishes.object(body), Founding.class), here)))
                .flatMap(founded -> ServerResponse.status(HttpStatus.CREATED).bodyValue(EnterpriseView.of(founded)));
    }

    record All(List<EnterpriseView> enterprises) {}

    private Mono<ServerResponse> list(ServerRequest request) {
        return elsewhere.answer(() ->
                new All(enterprises.listed().stream().map(EnterpriseView::brief).toList()));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        Enterprise enterprise = known(request);
        return elsewhere.answer(() -> EnterpriseView.of(enterprise));
    }

    private Mono<ServerResponse> forget(ServerRequest request) {
        enterprises.forget(request.pathVariable("tenantId"));
        return ServerResponse.noContent().build();
    }

    record Tree(int total, List<Department> departments) {}

    private Mono<ServerResponse> departments(ServerRequest request) {
        List<Department> all = known(request).departments();
        return ServerResponse.ok().bodyValue(new Tree(all.size(), all));
    }

    record People(List<UserView> users) {}

    private Mono<ServerResponse> users(ServerRequest request) {
        Enterprise enterprise = known(request);
        int offset = Parameters.number(request, "offset", 0, 0, Integer.MAX_VALUE);
        int limit = Parameters.number(request, "limit", 1_000, 1, MOST_LISTED);
        Boolean authorized = authorized(request.queryParam("authorized").orElse(null));
        return elsewhere.answer(() -> new People(enterprise.users(authorized, offset, limit).stream()
                .map(UserView::of)
                .toList()));
    }

    private static @Nullable Boolean authorized(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("authorized must be true or false");
        }
        return text.equals("true");
    }

    private Mono<ServerResponse> user(ServerRequest request) {
        return ServerResponse.ok()
                .bodyValue(UserView.of(
                        known(request).user(request.pathVariable("userName")).orElseThrow()));
    }

    private Enterprise known(ServerRequest request) {
        return enterprises.known(request.pathVariable("tenantId"));
    }
}
