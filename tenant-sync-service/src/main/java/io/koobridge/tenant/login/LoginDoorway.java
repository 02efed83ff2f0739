package io.koobridge.tenant.login;

import io.koobridge.service.Telemetry;
import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.desk.LoginDesk;
import io.koobridge.tenant.login.desk.Refreshing;
import io.koobridge.tenant.login.desk.SessionDesk;
import io.koobridge.tenant.login.desk.Standing;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.RefreshTokens;
import io.koobridge.tenant.login.ledger.UsedCodes;
import io.koobridge.tenant.login.outside.AuthenticationCentre;
import io.koobridge.tenant.login.outside.Identities;
import io.koobridge.tenant.login.web.ArrivalRoutes;
import io.koobridge.tenant.login.web.DeliveryRoute;
import io.koobridge.tenant.login.web.Departures;
import io.koobridge.tenant.login.web.Door;
import io.koobridge.tenant.login.web.LoginReports;
import io.koobridge.tenant.login.web.LoginRoutes;
import io.koobridge.tenant.login.web.LogoutRoutes;
import io.koobridge.tenant.login.web.Seals;
import io.koobridge.tenant.login.web.SessionRoutes;
import io.koobridge.tenant.login.web.StartRoute;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;

/** Puts the public door of logins together. */
final class LoginDoorway {

    private final LoginSettings settings;
    private final LoginTenants tenants;
    private final Parts parts;
    private final Telemetry telemetry;

    /** What it is made of. */
    record Parts(Centres centres, Standing standing, AuthenticationCentre authentication, Books books) {}

    /** @param longest how long anybody is logged in */
    record Books(UsedCodes codes, LoginSessions sessions, RefreshTokens tokens, Duration longest) {}

    LoginDoorway(LoginSettings settings, LoginTenants tenants, Parts parts, Telemetry telemetry) {
        this.settings = settings;
        this.tenants = tenants;
        this.parts = parts;
        this.telemetry = telemetry;
    }

    LoginRoutes routes() {
        var clock = telemetry.clock();
        var tokens = new Tokens(new SecureRandom());
        var books = parts.books();
        var issuer = settings.publicUrl();
        var keys = settings.identityKeys();
        var reports = new LoginReports(telemetry.metrics(), tokens::reference);
        var door = new Door(reports, issuer.getScheme().equals("https"));
        var seals = new Seals(settings.cookieSecrets(), clock);
        var departures = new Departures(door, parts.centres(), new Departures.Means(seals, clock, tokens::state));
        var identities =
                new Identities(keys, issuer, clock, () -> UUID.randomUUID().toString());
        var desk = new LoginDesk(
                new LoginDesk.Doors(tenants, parts.centres(), parts.authentication()),
                new LoginDesk.Books(books.codes(), books.sessions(), books.tokens()),
                clock,
                books.longest());
        var sessions = new SessionDesk(
                books.sessions(),
                parts.standing(),
                new Refreshing(
                        parts.centres(),
                        parts.authentication(),
                        new Refreshing.Books(books.sessions(), books.tokens()),
                        clock),
                clock);
        return new LoginRoutes(
                settings.applications(),
                new LoginRoutes.Rooms(
                        new StartRoute(door, departures),
                        new ArrivalRoutes(door, departures, desk, reports),
                        new DeliveryRoute(door, books.sessions(), identities, clock),
                        new LogoutRoutes(door, seals, sessions, parts.centres()),
                        new SessionRoutes(sessions, identities, settings.productKeys(), reports),
                        keys.jwkSet()),
                door,
                reports);
    }
}
