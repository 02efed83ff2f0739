package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Browsers leave for where their users say who they are, with a cookie by which they are known again (tenant-sync §7.1, §7.2). */
public final class Departures {

    /** A browser that is logged in there is back much sooner. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    private final Door door;
    private final Centres centres;
    private final Means means;

    /**
     * What round trips are made of.
     *
     * @param states unguessable, of letters and digits (tenant-sync §7.2)
     */
    public record Means(Seals seals, Clock clock, Supplier<String> states) {}

    public Departures(Door door, Centres centres, Means means) {
        this.door = door;
        this.centres = centres;
        this.means = means;
    }

    String token() {
        return means.states().get();
    }

    /** What this browser began. */
    Optional<RoundTrip> begun(ServerRequest request, LoginApplication application) {
        return door.shown(request, Door.Cookie.ROUND_TRIP, application)
                .flatMap(cookie -> means.seals().read(cookie, application.name()));
    }

    Mono<ServerResponse> toUnifiedPage(LoginApplication application, Delivery where) {
        var trip = new RoundTrip(
                application.name(),
                where.address(),
                where.nonce(),
                null,
                null,
                false,
                means.clock().instant());
        return gone(application, trip, unified(application));
    }

    /** It stands in what is behind a {@code #}, which a builder of addresses would not look at. */
    private static URI unified(LoginApplication application) {
        var page = application.centre().unifiedPage().toString();
        var appId = UriComponentsBuilder.newInstance()
                .queryParam("appId", "{id}")
                .encode()
                .build(application.appId())
                .getRawQuery();
        return URI.create(page + (page.contains("?") ? "&" : "?") + appId);
    }

    /** For the enterprise's own page, which gives a state back. */
    Mono<ServerResponse> toTenant(
            ServerRequest request, LoginApplication application, String authorize, String tenantId, Delivery where) {
        return left(request, application, authorize, trip(application, tenantId, where, false));
    }

    /**
     * A code came that nobody here asked for: anybody can have put it into this browser. It is dropped, and the enterprise is asked for one of our
     * own. Whoever is logged in there sees nothing of it.
     */
    Mono<ServerResponse> toConfirm(
            ServerRequest request, LoginApplication application, String authorize, String tenantId, Delivery where) {
        var asked = begun(request, application)
                .filter(RoundTrip::confirming)
                .filter(trip -> means.clock().instant().isBefore(trip.begun().plus(BACK_WITHIN)));
        // It was asked just now and gave no state: it would send the browser back for ever.
        return asked.isPresent()
                ? door.refused(request, application, tenantId, LoginOutcome.FORGED_STATE)
                : left(request, application, authorize, trip(application, tenantId, where, true));
    }

    private RoundTrip trip(LoginApplication application, String tenantId, Delivery where, boolean confirming) {
        return new RoundTrip(
                application.name(),
                where.address(),
                where.nonce(),
                tenantId,
                token(),
                confirming,
                means.clock().instant());
    }

    private Mono<ServerResponse> left(
            ServerRequest request, LoginApplication application, String authorize, RoundTrip trip) {
        var tenantId = String.valueOf(trip.tenantId());
        return centres.of(application, tenantId).flatMap(checked -> switch (checked) {
            case Checked.Refused<Centres.Open>(var why) -> door.refused(request, application, tenantId, why);
            case Checked.Passed<Centres.Open>(var open) ->
                gone(
                        application,
                        trip,
                        UriComponentsBuilder.fromUri(open.domain().at(authorize))
                                .queryParam("client_id", "{client}")
                                .queryParam("redirect_uri", "{callback}")
                                .queryParam("response_type", "code")
                                .queryParam("scope", "get_user_info")
                                .queryParam("state", "{state}")
                                .encode()
                                .build(
                                        open.client().id(),
                                        application.addresses().callback(),
                                        String.valueOf(trip.state())));
        });
    }

    private Mono<ServerResponse> gone(LoginApplication application, RoundTrip trip, URI address) {
        return door.redirect(
                address,
                door.cookie(Door.Cookie.ROUND_TRIP, application, means.seals().write(trip), Seals.ROUND_TRIP));
    }
}
