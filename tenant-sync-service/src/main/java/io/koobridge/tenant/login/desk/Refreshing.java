package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.login.desk.Renewal.Later;
import io.koobridge.tenant.login.desk.Renewal.Over;
import io.koobridge.tenant.login.desk.Renewal.Renewed;
import io.koobridge.tenant.login.desk.Standing.Good;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.domain.LoginSession.Access;
import io.koobridge.tenant.login.domain.UserInfo;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.LoginSessions.Held;
import io.koobridge.tenant.login.ledger.RefreshTokens;
import io.koobridge.tenant.login.outside.AuthenticationCentre;
import io.koobridge.tenant.login.outside.CentreAddress;
import io.koobridge.tenant.login.outside.Grant;
import io.koobridge.tenant.login.outside.Reply;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Asks the authentication centre once more (tenant-sync §7.4). A refresh token is good for one use, so one asks at a time; the others go on with what
 * is known while that lasts.
 */
public final class Refreshing {

    /** Longer than the two calls take. */
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(45);

    private final Centres centres;
    private final AuthenticationCentre authentication;
    private final Books books;
    private final Clock clock;

    public Refreshing(Centres centres, AuthenticationCentre authentication, Books books, Clock clock) {
        this.centres = centres;
        this.authentication = authentication;
        this.books = books;
        this.clock = clock;
    }

    /** What is remembered. */
    public record Books(LoginSessions sessions, RefreshTokens tokens) {}

    /** One that has somebody's turn. */
    private record Turn(LoginApplication application, CentreAddress address, Held held, Good good) {

        LoginSession session() {
            return held.session();
        }

        Turn with(Held later) {
            return new Turn(application, address, later, good);
        }
    }

    Mono<Renewal> of(LoginApplication application, Held held, Good good) {
        var token = books.tokens()
                .open(held.session().person(), held.session().access().refreshToken());
        if (token.isEmpty()) {
            return Mono.just(new Over(LoginOutcome.SESSION_OVER));
        }
        return switch (centres.address(application, good.open())) {
            case Checked.Refused<CentreAddress> _ -> Mono.just(meanwhile(held.session(), good));
            case Checked.Passed<CentreAddress>(var address) ->
                asked(new Turn(application, address, held, good), token.get());
        };
    }

    private Mono<Renewal> asked(Turn turn, String refreshToken) {
        var claimed = turn.session()
                .with(turn.session().access().askedUntil(clock.instant().plus(ASKED_WITHIN)));
        return books.sessions()
                .change(turn.held(), claimed)
                .flatMap(held -> refreshed(turn.with(held), refreshToken))
                .switchIfEmpty(Mono.fromSupplier(() -> meanwhile(turn.session(), turn.good())));
    }

    private Mono<Renewal> refreshed(Turn turn, String refreshToken) {
        return authentication.refresh(turn.address(), refreshToken).flatMap(reply -> switch (reply) {
            case Reply.Told<Grant>(var grant) ->
                authentication
                        .userInfo(turn.address(), grant.accessToken())
                        .flatMap(info -> told(turn, info, grant, refreshToken));
            case Reply.Refused<Grant> refused
            when refused.what() == Reply.What.GRANT -> Mono.just(new Over(LoginOutcome.SESSION_OVER));
            case Reply.Refused<Grant> _, Reply.Unreadable<Grant> _, Reply.Away<Grant> _, Reply.Forbidden<Grant> _ ->
                Mono.just(meanwhile(turn.session(), turn.good()));
        });
    }

    /** The new tokens are kept whatever is said of the user: the old ones are used up. */
    private Mono<Renewal> told(Turn turn, Reply<UserInfo> reply, Grant grant, String before) {
        return switch (reply) {
            case Reply.Refused<UserInfo> _ -> Mono.just(new Over(LoginOutcome.SESSION_OVER));
            case Reply.Told<UserInfo>(var info)
            when !info.userName().equals(turn.session().person().userName()) ->
                Mono.just(new Over(LoginOutcome.FOREIGN_TENANT));
            case Reply.Told<UserInfo>(var info) ->
                switch (turn.good().by(info, turn.application())) {
                    case Checked.Refused(var why) -> Mono.just(new Over(why));
                    case Checked.Passed(var person) -> kept(turn, turn.session().with(person), grant, before);
                };
            case Reply.Unreadable<UserInfo> _, Reply.Away<UserInfo> _, Reply.Forbidden<UserInfo> _ ->
                kept(turn, turn.session().with(turn.good().person()), grant, before);
        };
    }

    private Mono<Renewal> kept(Turn turn, LoginSession session, Grant grant, String before) {
        var token = grant.refreshToken() == null ? before : grant.refreshToken();
        var access = new Access(
                books.tokens().seal(session.person(), token), clock.instant().plus(grant.expiresIn()), null);
        // Whoever ended it in between wants it ended.
        return books.sessions()
                .change(turn.held(), session.with(access))
                .<Renewal>map(held -> new Renewed(held.session()))
                .defaultIfEmpty(new Over(LoginOutcome.SESSION_OVER));
    }

    private Renewal meanwhile(LoginSession session, Good good) {
        return session.vouchedAt(clock.instant()) ? new Renewed(session.with(good.person())) : new Later();
    }
}
