package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.LoginSessions.Fetched;
import io.koobridge.tenant.login.outside.Identities;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /login/<application>/done}: the browser takes the identity to the product, once, as a form. */
public final class DeliveryRoute {

    private final Door door;
    private final LoginSessions sessions;
    private final Identities identities;
    private final Clock clock;

    public DeliveryRoute(Door door, LoginSessions sessions, Identities identities, Clock clock) {
        this.door = door;
        this.sessions = sessions;
        this.identities = identities;
        this.clock = clock;
    }

    Mono<ServerResponse> answer(ServerRequest request, LoginApplication application, Parameters asked) {
        var browser = door.shown(request, Door.Cookie.DELIVERY, application).orElse("");
        return Mono.justOrEmpty(asked.get("handle"))
                .flatMap(handle -> sessions.fetch(application.name(), handle, browser))
                .flatMap(fetched -> carried(request, application, fetched))
                .switchIfEmpty(
                        Mono.defer(() -> door.refused(request, application, null, LoginOutcome.ALREADY_DELIVERED)));
    }

    private Mono<ServerResponse> carried(ServerRequest request, LoginApplication application, Fetched fetched) {
        var held = fetched.held();
        var identity =
                identities.of(held.session(), held.token(), fetched.delivery().nonce());
        var page = Page.carrying(fetched.delivery().address(), Map.of("identity", identity), Door.chinese(request));
        var life = Duration.between(clock.instant(), held.session().until());
        return door.page(request, page, door.cookie(Door.Cookie.SESSION, application, held.token(), life));
    }
}
