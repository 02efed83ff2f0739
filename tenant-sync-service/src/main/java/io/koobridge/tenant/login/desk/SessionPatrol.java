package io.koobridge.tenant.login.desk;

import io.koobridge.service.reconcile.Patrol;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.LoginSessions.Held;
import io.koobridge.tenant.login.ledger.UsedCodes;
import java.time.Clock;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Forgets sessions that are over, those of users who may log in no more, and codes that nobody takes any more. */
public final class SessionPatrol implements Patrol {

    private static final int AT_ONCE = 500;
    private static final int QUESTIONS_AT_ONCE = 8;

    private final LoginSessions sessions;
    private final UsedCodes codes;
    private final Standing standing;
    private final Scope scope;

    /**
     * Whose sessions there may be.
     *
     * @param applications by name; sessions of others are over
     */
    public record Scope(Map<String, LoginApplication> applications, Clock clock) {

        public Scope {
            applications = Map.copyOf(applications);
        }
    }

    public SessionPatrol(LoginSessions sessions, UsedCodes codes, Standing standing, Scope scope) {
        this.sessions = sessions;
        this.codes = codes;
        this.standing = standing;
        this.scope = scope;
    }

    @Override
    public Mono<Long> once() {
        return Mono.defer(() -> {
            var now = scope.clock().instant();
            return codes.forgetBefore(now).then(sessions.forgetBefore(now)).zipWith(ended(), Long::sum);
        });
    }

    private Mono<Long> ended() {
        return sessions.all(AT_ONCE)
                // Each on its own: one that nobody can say anything of is looked at again in the next round.
                .filterWhen(held -> over(held).onErrorReturn(Boolean.FALSE), QUESTIONS_AT_ONCE)
                .concatMap(held -> sessions.end(held).onErrorReturn(Boolean.FALSE))
                .filter(done -> done)
                .count();
    }

    private Mono<Boolean> over(Held held) {
        var application = scope.applications().get(held.session().application());
        return held.session().overAt(scope.clock().instant()) || application == null
                ? Mono.just(Boolean.TRUE)
                : standing.of(application, held.session()).map(checked -> checked instanceof Checked.Refused);
    }

    @Override
    public String meaning() {
        return "logins are over";
    }
}
