package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.desk.SessionDesk;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * {@code /login/<application>/logout}: ends the session here and at the authentication centre (tenant-sync §7.6). The product's own form knows the
 * session; whoever comes without that is asked first, for anybody may have written a link.
 */
public final class LogoutRoutes {

    private final Door door;
    private final Seals seals;
    private final SessionDesk sessions;
    private final Centres centres;

    public LogoutRoutes(Door door, Seals seals, SessionDesk sessions, Centres centres) {
        this.door = door;
        this.seals = seals;
        this.sessions = sessions;
        this.centres = centres;
    }

    Mono<ServerResponse> ask(ServerRequest request, LoginApplication application, Parameters asked) {
        var returns = returns(application, asked);
        if (returns.isEmpty() && asked.get("return") != null) {
            return door.refused(request, application, null, LoginOutcome.WRONG_RETURN);
        }
        var session = door.shown(request, Door.Cookie.SESSION, application);
        if (session.isEmpty()) {
            return left(request, application, returns);
        }
        var confirmed = asked.find("confirm")
                .filter(tag -> seals.confirms(session.get(), tag))
                .isPresent();
        return confirmed
                ? end(request, application, session.get(), returns)
                : door.page(
                        request, Page.question(yes(application, session.get(), returns), Door.chinese(request)), null);
    }

    private String yes(LoginApplication application, String session, Optional<URI> returns) {
        var link = UriComponentsBuilder.fromPath("/login/" + application.name() + "/logout")
                .queryParam("confirm", seals.confirmation(session));
        return returns.map(address ->
                        link.queryParam("return", "{address}").encode().build(address))
                .orElseGet(() -> link.build().toUri())
                .toString();
    }

    /** The product's form. */
    Mono<ServerResponse> post(ServerRequest request, LoginApplication application, Parameters form) {
        var returns = returns(application, form);
        if (returns.isEmpty() && form.get("return") != null) {
            return door.refused(request, application, null, LoginOutcome.WRONG_RETURN);
        }
        var session = form.get("sid");
        return session == null
                ? door.refused(request, application, null, LoginOutcome.MALFORMED)
                : end(request, application, session, returns);
    }

    private static Optional<URI> returns(LoginApplication application, Parameters asked) {
        return application.addresses().afterLogout().chosen(asked.get("return"));
    }

    private Mono<ServerResponse> end(
            ServerRequest request, LoginApplication application, String session, Optional<URI> returns) {
        return sessions.end(application, session)
                .flatMap(ended -> centre(application, ended, returns))
                .flatMap(address -> door.redirect(address, door.gone(Door.Cookie.SESSION, application)))
                .switchIfEmpty(Mono.defer(() -> left(request, application, returns)));
    }

    private Mono<URI> centre(LoginApplication application, LoginSession ended, Optional<URI> returns) {
        var path = application.centre().profile().paths().logout();
        return path == null
                ? Mono.empty()
                : centres.domain(application, ended.person().tenantId()).map(domain -> {
                    var logout = UriComponentsBuilder.fromUri(domain.at(path));
                    return returns.map(address -> logout.queryParam("redirect_url", "{address}")
                                    .encode()
                                    .build(address))
                            .orElseGet(() -> logout.build().toUri());
                });
    }

    private Mono<ServerResponse> left(ServerRequest request, LoginApplication application, Optional<URI> returns) {
        var gone = door.gone(Door.Cookie.SESSION, application);
        return returns.map(address -> door.redirect(address, gone))
                .orElseGet(() -> door.page(request, Page.loggedOut(Door.chinese(request)), gone));
    }
}
