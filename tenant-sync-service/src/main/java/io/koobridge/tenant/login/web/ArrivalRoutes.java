package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.desk.LoginDesk;
import io.koobridge.tenant.login.desk.LoginDesk.Arrival;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.ledger.LoginSessions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code GET /login/<application>/callback} and {@code /cas}: a browser comes back with a code or a ticket. One that began here has a cookie and a state;
 * for any other the enterprise is asked once more (tenant-sync §7.1).
 */
public final class ArrivalRoutes {

    private static final int LONGEST_PROOF = 1_024;
    private static final int LONGEST_TENANT = 64;
    private static final int AT_ONCE = 128;

    /** Of one enterprise: one whose authentication centre hangs leaves places to the others. */
    private static final int AT_ONCE_OF_A_TENANT = 8;

    /** Longer than all calls together. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final Door door;
    private final Departures departures;
    private final LoginDesk desk;
    private final LoginReports reports;
    private final Places places = new Places(AT_ONCE, AT_ONCE_OF_A_TENANT);

    public ArrivalRoutes(Door door, Departures departures, LoginDesk desk, LoginReports reports) {
        this.door = door;
        this.departures = departures;
        this.desk = desk;
        this.reports = reports;
    }

    Mono<ServerResponse> callback(ServerRequest request, LoginApplication application, Parameters asked) {
        if (asked.get("error") != null && asked.get("code") == null) {
            return door.refused(request, application, null, LoginOutcome.DECLINED);
        }
        return arrived(request, application, asked, "code");
    }

    Mono<ServerResponse> ticket(ServerRequest request, LoginApplication application, Parameters asked) {
        return application.centre().casService() == null
                ? ServerResponse.notFound().build()
                : arrived(request, application, asked, "ticket");
    }

    private Mono<ServerResponse> arrived(
            ServerRequest request, LoginApplication application, Parameters asked, String proof) {
        var confirmed = confirmed(application);
        var trip = departures
                .begun(request, application)
                // Whoever comes without its state does not come from it.
                .filter(begun -> Objects.equals(begun.state(), asked.get("state")))
                // Tickets have none: what came with one may be another one's.
                .filter(_ -> confirmed.isEmpty() || !proof.equals("ticket"));
        var tenantId = tenant(asked, trip);
        return switch (checked(application, asked, proof, trip)) {
            case Checked.Refused<Arrival>(var why) -> door.refused(request, application, tenantId.orElse(null), why);
            case Checked.Passed<Arrival>(var arrival)
            when confirmed.isPresent() && !arrival.ticket() && asked.get("state") == null ->
                departures.toConfirm(request, application, confirmed.get(), arrival.tenantId(), arrival.delivery());
            case Checked.Passed<Arrival>(var arrival) -> login(request, application, arrival);
        };
    }

    /** Where enterprises are asked for a code of our own, if codes of anybody are not taken. */
    private static Optional<String> confirmed(LoginApplication application) {
        return Optional.ofNullable(application.centre().profile().paths().authorize())
                .filter(_ -> application.centre().confirm());
    }

    /** Either name, as documents and printed addresses differ; from the cookie where the centre does not say it again. */
    private static Optional<String> tenant(Parameters asked, Optional<RoundTrip> trip) {
        var said = Stream.of(asked.find("tenant"), asked.find("tenant_id"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return switch (said.size()) {
            case 0 -> trip.map(RoundTrip::tenantId);
            case 1 -> Optional.of(said.getFirst());
            default -> Optional.empty();
        };
    }

    private Checked<Arrival> checked(
            LoginApplication application, Parameters asked, String proof, Optional<RoundTrip> trip) {
        var shown = asked.get(proof);
        var tenantId = tenant(asked, trip).orElse(null);
        if (asked.get("state") != null && trip.isEmpty()) {
            return Checked.refused(LoginOutcome.FORGED_STATE);
        }
        if (shown == null || tenantId == null || shown.length() > LONGEST_PROOF || tenantId.length() > LONGEST_TENANT) {
            return Checked.refused(LoginOutcome.MALFORMED);
        }
        if (trip.map(RoundTrip::tenantId)
                .filter(meant -> !meant.equals(tenantId))
                .isPresent()) {
            return Checked.refused(LoginOutcome.FOREIGN_TENANT);
        }
        if (trip.isEmpty() && !application.centre().platformInitiated()) {
            return Checked.refused(LoginOutcome.UNEXPECTED);
        }
        var delivery = trip.map(begun -> new Delivery(begun.returns(), begun.nonce()))
                .or(() -> application.addresses().returns().chosen(null).map(first -> new Delivery(first, null)));
        return delivery.map(where ->
                        Checked.passed(new Arrival(tenantId, shown, proof.equals("ticket"), where, departures.token())))
                .orElseGet(() -> Checked.refused(LoginOutcome.WRONG_RETURN));
    }

    private Mono<ServerResponse> login(ServerRequest request, LoginApplication application, Arrival arrival) {
        if (!places.take(arrival.tenantId())) {
            return door.refused(request, application, arrival.tenantId(), LoginOutcome.BUSY);
        }
        return desk.login(application, arrival)
                .timeout(ANSWERED_WITHIN)
                .onErrorResume(error -> {
                    reports.trouble(application.name(), error);
                    return Mono.just(Checked.refused(
                            error instanceof TimeoutException
                                    ? LoginOutcome.ONEACCESS_UNREACHABLE
                                    : LoginOutcome.STORE_AWAY));
                })
                .flatMap(checked -> switch (checked) {
                    case Checked.Refused<String>(var why) ->
                        door.refused(request, application, arrival.tenantId(), why);
                    case Checked.Passed<String>(var handle) -> {
                        reports.told(application.name(), arrival.tenantId(), LoginOutcome.OK);
                        // The code leaves the address at once; what stands there instead is good for one use, too.
                        yield door.redirect(
                                URI.create("/login/%s/done?handle=%s".formatted(application.name(), handle)),
                                door.gone(Door.Cookie.ROUND_TRIP, application),
                                door.cookie(
                                        Door.Cookie.DELIVERY,
                                        application,
                                        arrival.browser(),
                                        LoginSessions.FETCHED_WITHIN));
                    }
                })
                .doFinally(_ -> places.leave(arrival.tenantId()));
    }
}
