package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Profile;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is handed out after a login: sessions of browsers, codes, tokens, tickets of CAS (tenant-sync §7.3, §7.4). */
final class Grants {
    private static final Duration OF_A_DAY = Duration.ofHours(8);
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration OF_REFRESH = Duration.ofDays(30);

    private final Kept<Subject> sessions;
    private final Kept<Code> codes;
    private final Kept<Subject> accessTokens;
    private final Kept<Code> refreshTokens;
    private final Kept<Ticket> tickets;

    Grants(Supplier<String> names, Clock clock) {
        this.sessions = new Kept<>(names, clock);
        this.codes = new Kept<>(names, clock);
        this.accessTokens = new Kept<>(names, clock);
        this.refreshTokens = new Kept<>(names, clock);
        this.tickets = new Kept<>(names, clock);
    }

    /** For whom it was handed out. */
    record Code(Subject subject, String clientId) {}

    /** @param service the address that it was handed out for; it must be checked with the same */
    record Ticket(Subject subject, String service) {}

    String session(Subject subject) {
        return sessions.add("", subject, OF_A_DAY);
    }

    Optional<Subject> ofSession(String session) {
        return sessions.find(session);
    }

    void endSession(String session) {
        var unused = sessions.take(session);
    }

    String code(Subject subject, String clientId) {
        return codes.add("", new Code(subject, clientId), SHORT);
    }

    /** The application's own address with a code and the tenant, as every login that the platform starts (tenant-sync §7.1). */
    String started(Present there, String address) {
        Profile profile = there.enterprise().profile();
        return Browser.address(
                address, "code", code(there.subject(), profile.clientId()), "tenant", profile.tenantId());
    }

    /** Once. */
    Optional<Code> takeCode(String code) {
        return codes.take(code);
    }

    String accessToken(Subject subject, int seconds) {
        return accessTokens.add("at-", subject, Duration.ofSeconds(seconds));
    }

    Optional<Subject> ofAccessToken(String token) {
        return accessTokens.find(token);
    }

    String refreshToken(Subject subject, String clientId) {
        return refreshTokens.add("rt-", new Code(subject, clientId), OF_REFRESH);
    }

    /** Once: the next one comes with the answer. */
    Optional<Code> takeRefreshToken(String token) {
        return refreshTokens.take(token);
    }

    String ticket(Subject subject, String service) {
        return tickets.add("ST-", new Ticket(subject, service), SHORT);
    }

    Optional<Ticket> takeTicket(String ticket) {
        return tickets.take(ticket);
    }
}
