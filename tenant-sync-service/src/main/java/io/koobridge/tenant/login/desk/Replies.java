package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.outside.Reply;

/** What an authentication centre's answers mean for a login. */
final class Replies {

    private Replies() {}

    /** @param grant what it means when it refuses what the browser brought */
    static <T> Checked<T> checked(Reply<T> reply, LoginOutcome grant) {
        return switch (reply) {
            case Reply.Told<T>(var value) -> Checked.passed(value);
            case Reply.Refused<T> refused ->
                Checked.refused(
                        switch (refused.what()) {
                            case GRANT -> grant;
                            case CLIENT -> LoginOutcome.CLIENT_REFUSED;
                            case TOKEN -> LoginOutcome.USERINFO_REFUSED;
                        });
            case Reply.Unreadable<T> _ -> Checked.refused(LoginOutcome.ONEACCESS_UNREADABLE);
            case Reply.Away<T> _ -> Checked.refused(LoginOutcome.ONEACCESS_UNREACHABLE);
            case Reply.Forbidden<T> _ -> Checked.refused(LoginOutcome.WRONG_DOMAIN);
        };
    }
}
