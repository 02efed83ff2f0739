package io.koobridge.tenant.login.web;

import io.koobridge.events.wire.Json;
import io.koobridge.service.web.ApiKeys;
import io.koobridge.tenant.login.desk.Renewal;
import io.koobridge.tenant.login.desk.SessionDesk;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.outside.Identities;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /login/<application>/sessions/<sid>:renew} and {@code :end}, for the product's server. */
public final class SessionRoutes {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final SessionDesk sessions;
    private final Identities identities;
    private final Map<String, ApiKeys> keys;
    private final LoginReports reports;

    /** @param keys by application */
    public SessionRoutes(SessionDesk sessions, Identities identities, Map<String, ApiKeys> keys, LoginReports reports) {
        this.sessions = sessions;
        this.identities = identities;
        this.keys = Map.copyOf(keys);
        this.reports = reports;
    }

    /** What a server gets. */
    record Renewed(String identity, long expiresIn, Instant sessionUntil) {}

    /** Why it gets nothing (RFC 9457). */
    record Problem(
            int status,
            String title,
            String detail,
            @Nullable String reason) {}

    Mono<ServerResponse> answer(ServerRequest request, LoginApplication application) {
        var shown = request.headers().firstHeader("Authorization");
        var key = Optional.ofNullable(keys.get(application.name())).flatMap(known -> known.admitted(shown));
        if (key.isEmpty()) {
            return problem(
                    HttpStatus.UNAUTHORIZED, "Authorization must be Bearer and a key of this application.", null);
        }
        reports.shown(application.name(), key.get());
        var call = request.pathVariable("call");
        int colon = call.lastIndexOf(':');
        var session = colon < 0 ? call : call.substring(0, colon);
        var answer =
                switch (colon < 0 ? "" : call.substring(colon + 1)) {
                    case "renew" ->
                        sessions.renew(application, session).flatMap(renewal -> renewed(application, session, renewal));
                    case "end" ->
                        sessions.end(application, session).then(Mono.defer(() -> ServerResponse.noContent()
                                .build()));
                    default -> problem(HttpStatus.NOT_FOUND, "A session is renewed by :renew and ended by :end.", null);
                };
        return answer.onErrorResume(error -> {
            reports.trouble(application.name(), error);
            reports.renewed(application.name(), "failed");
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer; ask again.", null);
        });
    }

    private Mono<ServerResponse> renewed(LoginApplication application, String sid, Renewal renewal) {
        return switch (renewal) {
            case Renewal.Renewed(LoginSession session) -> {
                reports.renewed(application.name(), "renewed");
                var body = new Renewed(identities.of(session, sid, null), Identities.LIFE.toSeconds(), session.until());
                yield ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Json.mapper().writeValueAsBytes(body));
            }
            case Renewal.Over(var why) -> {
                reports.renewed(application.name(), why.word());
                yield problem(
                        why.status() == HttpStatus.FORBIDDEN.value() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED,
                        "The session is over; send the user to log in again.",
                        why.word());
            }
            case Renewal.Later() -> {
                reports.renewed(application.name(), "later");
                yield problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "The authentication centre does not answer; ask again.", null);
            }
        };
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail, @Nullable String reason) {
        var body = new Problem(status.value(), status.getReasonPhrase(), detail, reason);
        return ServerResponse.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    if (status == HttpStatus.UNAUTHORIZED && reason == null) {
                        headers.set("WWW-Authenticate", "Bearer");
                    }
                    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set("Retry-After", RETRY_AFTER_SECONDS);
                    }
                })
                .bodyValue(Json.mapper().writeValueAsBytes(body));
    }
}
