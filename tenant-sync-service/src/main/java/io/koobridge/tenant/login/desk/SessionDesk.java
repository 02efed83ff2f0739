package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.login.desk.Renewal.Later;
import io.koobridge.tenant.login.desk.Renewal.Over;
import io.koobridge.tenant.login.desk.Renewal.Renewed;
import io.koobridge.tenant.login.desk.Standing.Good;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.LoginSessions.Held;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** A session from one renewal to the next, and its end. */
public final class SessionDesk {

    private final LoginSessions sessions;
    private final Standing standing;
    private final Refreshing refreshing;
    private final Clock clock;

    public SessionDesk(LoginSessions sessions, Standing standing, Refreshing refreshing, Clock clock) {
        this.sessions = sessions;
        this.standing = standing;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /** Whether he is still logged in. Whoever may no more is logged out by the question. */
    public Mono<Renewal> renew(LoginApplication application, String token) {
        return held(application, token)
                .flatMap(held -> held.session().overAt(clock.instant())
                        ? over(held, LoginOutcome.SESSION_OVER)
                        : renew(application, held))
                .defaultIfEmpty(new Over(LoginOutcome.SESSION_OVER));
    }

    private Mono<Held> held(LoginApplication application, String token) {
        return sessions.find(token).filter(held -> held.session().application().equals(application.name()));
    }

    private Mono<Renewal> renew(LoginApplication application, Held held) {
        return standing.of(application, held.session()).flatMap(checked -> switch (checked) {
            case Checked.Refused<Good>(var why) -> over(held, why);
            case Checked.Passed<Good>(var good) -> renew(application, held, good);
        });
    }

    private Mono<Renewal> renew(LoginApplication application, Held held, Good good) {
        var now = clock.instant();
        if (held.session().dueAt(now)) {
            return refreshing
                    .of(application, held, good)
                    .flatMap(renewal -> renewal instanceof Over(var why)
                            ? sessions.find(held.token())
                                    .flatMap(current -> over(current, why))
                                    .defaultIfEmpty(renewal)
                            : Mono.just(renewal));
        }
        return held.session().vouchedAt(now)
                ? Mono.just(new Renewed(held.session().with(good.person())))
                : Mono.just(new Later());
    }

    private Mono<Renewal> over(Held held, LoginOutcome why) {
        return sessions.end(held).thenReturn(new Over(why));
    }

    /** What it was, unless it was over before. */
    public Mono<LoginSession> end(LoginApplication application, String token) {
        return held(application, token)
                .flatMap(held -> sessions.end(token).filter(done -> done).map(_ -> held.session()));
    }
}
