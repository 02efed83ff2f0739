package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.desk.LoginDesk;
import io.koobridge.tenant.login.desk.LoginDesk.Arrival;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
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
 * {@code GET /login/<application>/callback} and {@code /cas}: a browser comes back with a code or a ticket. One that began here has a cookie; any other
 * was sent by the platform, is looked at as closely, and gets a session of its own (tenant-sync §7.1).
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
    private final Seals seals;
    private final LoginDesk desk;
    private final LoginReports reports;
    private final Places places = new Places(AT_ONCE, AT_ONCE_OF_A_TENANT);

    public ArrivalRoutes(Door door, Seals seals, LoginDesk desk, LoginReports reports) {
        this.door = door;
        this.seals = seals;
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
        var trip = Door.shown(request, Door.Cookie.ROUND_TRIP, application)
                .flatMap(cookie -> seals.read(cookie, application.name()))
                // Whoever comes without its state does not come from it.
                .filter(begun -> Objects.equals(begun.state(), asked.get("state")));
        var tenantId = tenant(asked, trip);
        return switch (checked(application, asked, proof, trip)) {
            case Checked.Refused<Arrival>(var why) -> door.refused(request, application, tenantId.orElse(null), why);
            case Checked.Passed<Arrival>(var arrival) -> login(request, application, arrival);
        };
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

    private static Checked<Arrival> checked(
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
        return delivery.map(where -> Checked.passed(new Arrival(tenantId, shown, proof.equals("ticket"), where)))
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
                                door.gone(Door.Cookie.ROUND_TRIP, application));
                    }
                })
                .doFinally(_ -> places.leave(arrival.tenantId()));
    }
}
