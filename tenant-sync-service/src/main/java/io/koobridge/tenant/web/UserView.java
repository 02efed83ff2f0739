package io.koobridge.tenant.web;

import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.User.Grant;
import io.koobridge.tenant.ledger.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user as operators see him: what he is reached by is not shown.
 *
 * @param extension names of what else was told of him
 * @param mobile whether it is known
 * @param email whether it is known
 * @param applications by id
 * @param position his job title
 * @param changedAt generation of the tenant in which he changed last
 */
record UserView(
        String userName,
        @Nullable String name,
        @Nullable String orgCode,
        @Nullable String position,
        @Nullable String employeeCode,
        @Nullable Integer employeeType,
        @Nullable String workPlace,
        @Nullable String entryDate,
        List<String> extension,
        boolean mobile,
        boolean email,
        Map<String, GrantView> applications,
        long changedAt,
        DirectoryView directory) {

    /**
     * What he may do with one application.
     *
     * @param opens whether he may log in with it, as far as he himself goes
     */
    record GrantView(
            String standing, @Nullable String role, boolean enabled, boolean opens, boolean test, Instant toldAt) {

        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.standing().name(),
                    grant.role(),
                    grant.enabled(),
                    grant.opens(),
                    grant.test(),
                    grant.toldAt());
        }
    }

    static UserView of(Row<User> row) {
        var user = row.state();
        var profile = user.profile();
        var applications = new TreeMap<String, GrantView>();
        user.grants().forEach((app, grant) -> applications.put(app, GrantView.of(grant)));
        return new UserView(
                user.userName(),
                profile.name(),
                profile.orgCode(),
                profile.position(),
                profile.employeeCode(),
                profile.employeeType(),
                profile.workPlace(),
                profile.entryDate(),
                profile.extension().keySet().stream().sorted().toList(),
                profile.mobile() != null,
                profile.email() != null,
                applications,
                row.position(),
                DirectoryView.of(row));
    }
}
