package io.koobridge.tenant.login.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The public door of logins (docs/login.md). */
public final class LoginRoutes {

    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");

    /** A new key is published long before it signs. */
    private static final Duration FRESH_FOR = Duration.ofHours(1);

    private static final int LONGEST_QUERY = 4_096;
    private static final int LONGEST_FORM = 8_192;
    private static final Duration FORM_WITHIN = Duration.ofSeconds(10);

    private final Map<String, LoginApplication> applications;
    private final Rooms rooms;
    private final Door door;
    private final LoginReports reports;

    /** What there is behind it. */
    public record Rooms(
            StartRoute start,
            ArrivalRoutes arrivals,
            DeliveryRoute delivery,
            LogoutRoutes logout,
            SessionRoutes sessions,
            String jwkSet) {}

    /** @param applications by name */
    public LoginRoutes(Map<String, LoginApplication> applications, Rooms rooms, Door door, LoginReports reports) {
        this.applications = Map.copyOf(applications);
        this.rooms = rooms;
        this.door = door;
        this.reports = reports;
    }

    public RouterFunction<ServerResponse> open() {
        return route().GET("/login/jwks.json", _ -> keys())
                .GET("/login/{app}", request -> browser(request, rooms.start()::answer))
                .GET("/login/{app}/callback", request -> browser(request, rooms.arrivals()::callback))
                .GET("/login/{app}/cas", request -> browser(request, rooms.arrivals()::ticket))
                .GET("/login/{app}/done", request -> browser(request, rooms.delivery()::answer))
                .GET("/login/{app}/logout", request -> browser(request, rooms.logout()::ask))
                .POST("/login/{app}/logout", this::form)
                .POST("/login/{app}/sessions/{call}", this::session)
                .build();
    }

    @FunctionalInterface
    private interface Room {
        Mono<ServerResponse> answer(ServerRequest request, LoginApplication application, Parameters asked);
    }

    private Mono<ServerResponse> keys() {
        return ServerResponse.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .bodyValue(rooms.jwkSet());
    }

    private Mono<ServerResponse> browser(ServerRequest request, Room room) {
        var application = applications.get(request.pathVariable("app"));
        if (application == null) {
            return ServerResponse.notFound().build();
        }
        var query = request.uri().getRawQuery();
        return query != null && query.length() > LONGEST_QUERY
                ? door.refused(request, application, null, LoginOutcome.MALFORMED)
                : answered(request, application, request.queryParams(), room);
    }

    private Mono<ServerResponse> form(ServerRequest request) {
        var application = applications.get(request.pathVariable("app"));
        if (application == null) {
            return ServerResponse.notFound().build();
        }
        if (request.headers().contentLength().orElse(0) > LONGEST_FORM) {
            return door.refused(request, application, null, LoginOutcome.MALFORMED);
        }
        return request.formData()
                .timeout(FORM_WITHIN)
                .flatMap(form -> answered(request, application, form, rooms.logout()::post))
                .onErrorResume(_ -> door.refused(request, application, null, LoginOutcome.MALFORMED));
    }

    private Mono<ServerResponse> answered(
            ServerRequest request, LoginApplication application, MultiValueMap<String, String> all, Room room) {
        return Parameters.of(all)
                .map(asked -> room.answer(request, application, asked))
                .orElseGet(() -> door.refused(request, application, null, LoginOutcome.MALFORMED))
                .onErrorResume(error -> {
                    reports.trouble(application.name(), error);
                    return door.refused(request, application, null, LoginOutcome.STORE_AWAY);
                });
    }

    private Mono<ServerResponse> session(ServerRequest request) {
        var application = applications.get(request.pathVariable("app"));
        return application == null
                ? ServerResponse.notFound().build()
                : rooms.sessions().answer(request, application);
    }
}
