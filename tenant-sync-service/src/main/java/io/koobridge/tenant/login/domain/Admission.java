package io.koobridge.tenant.login.domain;

import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.User.Standing;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether somebody may use an application now, by what the marketplace told last. Asked at each login and at each renewal. */
public final class Admission {

    private static final String ADMIN = "admin";
    private static final String USER = "user";

    private Admission() {}

    /** The enterprise's own client, if anybody of it may log in at all. */
    public static Checked<Tenant.Client> client(@Nullable Tenant tenant, String appId) {
        if (tenant == null) {
            return Checked.refused(LoginOutcome.UNKNOWN_TENANT);
        }
        if (tenant.disabled()) {
            return Checked.refused(LoginOutcome.DISABLED_TENANT);
        }
        return tenant.client(appId).map(Checked::passed).orElseGet(() -> Checked.refused(LoginOutcome.NOT_SUBSCRIBED));
    }

    /** Whether the authentication centre vouched for somebody of the enterprise that was asked for. It need not say where it is that one's own. */
    public static Checked<UserInfo> own(LoginApplication application, String tenantId, UserInfo info) {
        var said = info.tenant();
        var silent = said == null || said.isBlank();
        return (silent ? application.centre().server() == null : tenantId.equals(said))
                ? Checked.passed(info)
                : Checked.refused(LoginOutcome.FOREIGN_TENANT);
    }

    /**
     * Who he is, if his grant opens. What the authentication centre does not say is as the marketplace told; of
     * the role it is the other way round, at logins and renewals alike.
     */
    public static Checked<Person> person(String appId, Tenant tenant, @Nullable User user, UserInfo info) {
        if (user == null) {
            return Checked.refused(LoginOutcome.UNKNOWN_USER);
        }
        var grant = user.grants().get(appId);
        if (grant == null || grant.standing() != Standing.GRANTED) {
            return Checked.refused(LoginOutcome.NOT_AUTHORIZED);
        }
        if (!grant.opens()) {
            return Checked.refused(LoginOutcome.DISABLED_USER);
        }
        return Checked.passed(new Person(
                tenant.id(),
                told(tenant.about().name(), info.tenantName()),
                tenant.about().code(),
                user.userName(),
                told(info.name(), user.profile().name()),
                role(grant.role(), info.role()),
                told(info.orgCode(), user.profile().orgCode()),
                tenant.test() || grant.test()));
    }

    /** A word that is neither is an ordinary user's. */
    private static String role(@Nullable String first, @Nullable String second) {
        return ADMIN.equalsIgnoreCase(told(first, second)) ? ADMIN : USER;
    }

    private static @Nullable String told(@Nullable String first, @Nullable String second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
