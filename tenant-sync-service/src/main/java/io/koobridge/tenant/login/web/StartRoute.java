package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** {@code GET /login/<application>}: a browser goes to where its user says who he is (tenant-sync §7.1, §7.2). */
public final class StartRoute {

    private static final int LONGEST_NONCE = 256;

    private final Door door;
    private final Centres centres;
    private final Trips trips;

    /**
     * What round trips are made of.
     *
     * @param states unguessable, of letters and digits (tenant-sync §7.2)
     */
    public record Trips(Seals seals, Clock clock, Supplier<String> states) {}

    public StartRoute(Door door, Centres centres, Trips trips) {
        this.door = door;
        this.centres = centres;
        this.trips = trips;
    }

    Mono<ServerResponse> answer(ServerRequest request, LoginApplication application, Parameters asked) {
        var nonce = asked.get("nonce");
        if (nonce != null && (nonce.length() > LONGEST_NONCE || !nonce.chars().allMatch(StartRoute::printable))) {
            return door.refused(request, application, null, LoginOutcome.MALFORMED);
        }
        var returns = application.addresses().returns().chosen(asked.get("return"));
        if (returns.isEmpty()) {
            return door.refused(request, application, null, LoginOutcome.WRONG_RETURN);
        }
        var tenantId = asked.get("tenant");
        var authorize = application.centre().profile().paths().authorize();
        return tenantId == null || authorize == null
                ? gone(application, trip(application, returns.get(), nonce, null, null), unified(application))
                : toTenant(
                        request,
                        application,
                        trip(
                                application,
                                returns.get(),
                                nonce,
                                tenantId,
                                trips.states().get()),
                        authorize);
    }

    private static boolean printable(int each) {
        return each > ' ' && each < 0x7f;
    }

    private RoundTrip trip(
            LoginApplication application,
            URI returns,
            @Nullable String nonce,
            @Nullable String tenantId,
            @Nullable String state) {
        return new RoundTrip(
                application.name(),
                returns,
                nonce,
                tenantId,
                state,
                trips.clock().instant());
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

    private Mono<ServerResponse> toTenant(
            ServerRequest request, LoginApplication application, RoundTrip trip, String authorize) {
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
                door.cookie(Door.Cookie.ROUND_TRIP, application, trips.seals().write(trip), Seals.ROUND_TRIP));
    }
}
