package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.login.LoginTenants;
import io.koobridge.tenant.login.desk.Centres.Open;
import io.koobridge.tenant.login.domain.Admission;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.domain.LoginSession.Access;
import io.koobridge.tenant.login.domain.Person;
import io.koobridge.tenant.login.domain.UserInfo;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.RefreshTokens;
import io.koobridge.tenant.login.ledger.UsedCodes;
import io.koobridge.tenant.login.outside.AuthenticationCentre;
import io.koobridge.tenant.login.outside.CentreAddress;
import io.koobridge.tenant.login.outside.Grant;
import io.koobridge.tenant.login.outside.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** From what a browser brought to a session (tenant-sync §7.1, steps 5 to 7). */
public final class LoginDesk {

    private final Doors doors;
    private final Books books;
    private final Clock clock;
    private final Duration longest;

    /** Who is asked. */
    public record Doors(LoginTenants tenants, Centres centres, AuthenticationCentre authentication) {}

    /** What is remembered. */
    public record Books(UsedCodes codes, LoginSessions sessions, RefreshTokens tokens) {}

    /**
     * What a browser brought.
     *
     * @param proof a code, or a ticket
     * @param ticket which of both
     * @param browser what it must show to get what the product gets
     */
    public record Arrival(String tenantId, String proof, boolean ticket, Delivery delivery, String browser) {

        /** Never shows the proof. */
        @Override
        public String toString() {
            return "Arrival[%s]".formatted(tenantId);
        }
    }

    /** Who came, and what he has from whom. */
    private record Known(UserInfo info, Access access, Optional<String> refreshToken) {}

    /** @param longest how long anybody is logged in */
    public LoginDesk(Doors doors, Books books, Clock clock, Duration longest) {
        this.doors = doors;
        this.books = books;
        this.clock = clock;
        this.longest = longest;
    }

    /** The handle by which the browser fetches what the product gets. */
    public Mono<Checked<String>> login(LoginApplication application, Arrival arrival) {
        return doors.centres()
                .of(application, arrival.tenantId())
                .flatMap(checked -> next(
                        checked,
                        open -> next(doors.centres().address(application, open), address -> unused(application, arrival)
                                .flatMap(fresh -> next(fresh, _ -> known(application, address, arrival)))
                                .flatMap(known ->
                                        next(known, person -> admitted(application, open, person, arrival))))));
    }

    /** Before anybody is asked: whoever shows a code again learns nothing by it. */
    private Mono<Checked<Boolean>> unused(LoginApplication application, Arrival arrival) {
        return books.codes()
                .use(application.name(), arrival.proof())
                .map(fresh -> fresh ? Checked.passed(true) : Checked.refused(LoginOutcome.CODE_REPLAYED));
    }

    private Mono<Checked<Known>> known(LoginApplication application, CentreAddress address, Arrival arrival) {
        return arrival.ticket() ? byTicket(application, address, arrival) : byCode(address, arrival);
    }

    private Mono<Checked<Known>> byTicket(LoginApplication application, CentreAddress address, Arrival arrival) {
        var service = application.centre().casService();
        if (service == null) {
            return Mono.just(Checked.refused(LoginOutcome.MALFORMED));
        }
        return doors.authentication()
                .ticket(address, CasService.of(service, arrival.tenantId()), arrival.proof())
                .map(reply -> Replies.checked(reply, LoginOutcome.TICKET_REFUSED)
                        .then(info -> Checked.passed(new Known(info, Access.NONE, Optional.empty()))));
    }

    private Mono<Checked<Known>> byCode(CentreAddress address, Arrival arrival) {
        return doors.authentication()
                .token(address, arrival.proof())
                .flatMap(
                        reply -> next(Replies.checked(reply, LoginOutcome.CODE_REFUSED), grant -> doors.authentication()
                                .userInfo(address, grant.accessToken())
                                .map(info -> known(grant, info))));
    }

    private Checked<Known> known(Grant grant, Reply<UserInfo> reply) {
        var access = new Access(null, clock.instant().plus(grant.expiresIn()), null);
        return Replies.checked(reply, LoginOutcome.CODE_REFUSED)
                .then(info -> Checked.passed(new Known(info, access, Optional.ofNullable(grant.refreshToken()))));
    }

    private Mono<Checked<String>> admitted(LoginApplication application, Open open, Known known, Arrival arrival) {
        return next(Admission.own(application, open.tenant().id(), known.info()), info -> doors.tenants()
                .user(open.tenant().id(), info.userName())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(user -> next(
                        Admission.person(application.appId(), open.tenant(), user.orElse(null), info),
                        person -> opened(application, person, known, arrival))));
    }

    private Mono<Checked<String>> opened(LoginApplication application, Person person, Known known, Arrival arrival) {
        var now = clock.instant();
        var sealed = books.tokens().seal(person, known.refreshToken().orElse(null));
        var access = new Access(sealed, known.access().until(), null);
        var session = new LoginSession("", application.name(), person, access, now, now.plus(longest));
        return books.sessions()
                .open(session, arrival.delivery(), arrival.browser())
                .map(Checked::passed);
    }

    private static <T, U> Mono<Checked<U>> next(Checked<T> checked, Function<T, Mono<Checked<U>>> step) {
        return switch (checked) {
            case Checked.Passed<T>(var value) -> step.apply(value);
            case Checked.Refused<T>(var why) -> Mono.just(Checked.refused(why));
        };
    }
}
