package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.login.LoginTenants;
import io.koobridge.tenant.login.desk.Centres.Open;
import io.koobridge.tenant.login.domain.Admission;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.domain.Person;
import io.koobridge.tenant.login.domain.UserInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether somebody who is logged in may still be: asked anew, so that no message has to arrive for it to end. */
public final class Standing {

    private final LoginTenants tenants;
    private final Centres centres;

    public Standing(LoginTenants tenants, Centres centres) {
        this.tenants = tenants;
        this.centres = centres;
    }

    /** Where he may, and who he is by what the marketplace told since. */
    record Good(Open open, User user, Person person) {

        /** Who he is by what his authentication centre says now. */
        Checked<Person> by(UserInfo info, LoginApplication application) {
            return Admission.own(application, open.tenant().id(), info)
                    .then(own -> Admission.person(application.appId(), open.tenant(), user, own));
        }
    }

    Mono<Checked<Good>> of(LoginApplication application, LoginSession session) {
        var person = session.person();
        return centres.of(application, person.tenantId()).flatMap(checked -> switch (checked) {
            case Checked.Refused<Open>(var why) -> Mono.just(Checked.<Good>refused(why));
            case Checked.Passed<Open>(var open) ->
                tenants.user(person.tenantId(), person.userName())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(user -> good(application, open, user.orElse(null), person));
        });
    }

    private static Checked<Good> good(LoginApplication application, Open open, @Nullable User user, Person person) {
        var known = new UserInfo(
                person.userName(), person.name(), null, person.tenantName(), person.role(), person.orgCode());
        return Admission.person(application.appId(), open.tenant(), user, known)
                .then(now -> user == null
                        ? Checked.refused(LoginOutcome.UNKNOWN_USER)
                        : Checked.passed(new Good(open, user, now)));
    }
}
