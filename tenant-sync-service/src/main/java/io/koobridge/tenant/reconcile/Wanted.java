package io.koobridge.tenant.reconcile;

import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.User.Grant;
import io.koobridge.tenant.domain.User.Standing;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;
import io.koobridge.tenant.domain.directory.WantedUser.Work;
import io.koobridge.tenant.ledger.Row;
import java.util.Map;
import java.util.stream.Collectors;

/** How a user is wanted, from what is known of him, his tenant and his department. */
public final class Wanted {

    /** What an ordinary user is called, and whoever's role nobody told. */
    private static final String USER = "user";

    private final Opened opened;

    /** What stands sealed, in clear. What a lost keyset sealed is not there. */
    public interface Opened {

        Contact contact(User user);

        Map<String, String> extension(User user);
    }

    public Wanted(Opened opened) {
        this.opened = opened;
    }

    public WantedUser of(Tenant tenant, Row<User> row, Map<String, Row<Department>> departments) {
        var user = row.state();
        var profile = user.profile();
        var department = profile.orgCode() == null ? null : departments.get(profile.orgCode());
        var place = department == null ? null : department.place();
        return new WantedUser(
                user.tenantId(),
                user.userName(),
                profile.name() == null ? user.userName() : profile.name(),
                opened.contact(user),
                new Work(
                        profile.position(),
                        profile.employeeCode(),
                        profile.employeeType(),
                        profile.workPlace(),
                        profile.entryDate(),
                        opened.extension(user)),
                profile.orgCode(),
                place == null ? null : place.id(),
                roles(user),
                !tenant.disabled() && user.grants().values().stream().anyMatch(Grant::opens),
                user.present(),
                test(tenant, user),
                row.place(),
                row.version());
    }

    private static Map<String, String> roles(User user) {
        return user.grants().entrySet().stream()
                .filter(grant -> grant.getValue().standing() == Standing.GRANTED)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        grant -> grant.getValue().role() == null
                                ? USER
                                : grant.getValue().role()));
    }

    private static boolean test(Tenant tenant, User user) {
        return tenant.test() || user.grants().values().stream().allMatch(Grant::test);
    }
}
