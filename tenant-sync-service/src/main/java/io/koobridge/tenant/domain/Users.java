package io.koobridge.tenant.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.tenant.domain.User.Grant;
import io.koobridge.tenant.domain.User.Profile;
import io.koobridge.tenant.domain.User.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user by one row of a list (tenant-sync §5.3). Profile and grants grow older by themselves: what is told late of an application takes
 * nothing from what was told since, of him or of another application.
 */
public final class Users {

    private Users() {}

    public static Outcome<User> decide(@Nullable User current, Event<UsersTold> event, UserRow row) {
        var told = event.data();
        var known = current == null ? new User(event.subject(), row.userName(), Profile.UNKNOWN, Map.of()) : current;
        var grant = known.grants().get(told.appId());
        if (grant != null && Told.stale(grant.toldAt(), event.asOf())) {
            return new Stale<>("told at %s, known as of %s".formatted(event.asOf(), grant.toldAt()));
        }
        var grants = new HashMap<>(known.grants());
        grants.put(told.appId(), granted(grant, event, row));
        var next = new User(
                known.tenantId(), known.userName(), profile(known.profile(), told.change(), event.asOf(), row), grants);
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    private static Grant granted(@Nullable Grant known, Event<UsersTold> event, UserRow row) {
        var told = event.data();
        var taken = told.change() == UserChange.DELETED || told.change() == UserChange.CANCELLED;
        return new Grant(
                standing(known, told.change()),
                taken || row.role() == null ? (known == null ? null : known.role()) : row.role(),
                enabled(known, taken ? null : row.enabled()),
                Told.later(known == null ? null : known.toldAt(), event.asOf()),
                Departments.with(known == null ? Set.of() : known.bindings(), told.instanceId()),
                told.test() && (known == null || known.test()));
    }

    /** A change of what is known of somebody whom nobody may have added yet adds him: a modification of a missing one creates it (tenant-sync §4.4). */
    private static Standing standing(@Nullable Grant known, UserChange change) {
        return switch (change) {
            case ADDED -> Standing.GRANTED;
            case MODIFIED -> known == null ? Standing.GRANTED : known.standing();
            case CANCELLED -> Standing.CANCELLED;
            case DELETED -> Standing.DELETED;
        };
    }

    private static boolean enabled(@Nullable Grant known, @Nullable Boolean told) {
        if (told != null) {
            return told;
        }
        return known == null || known.enabled();
    }

    /** What was not told stays. Rows that take something away say nothing of him. */
    private static Profile profile(Profile known, UserChange change, Instant asOf, UserRow row) {
        if (change == UserChange.DELETED || change == UserChange.CANCELLED || Told.stale(known.toldAt(), asOf)) {
            return known;
        }
        var extension = new HashMap<>(known.extension());
        extension.putAll(row.extension());
        return new Profile(
                or(row.name(), known.name()),
                or(row.orgCode(), known.orgCode()),
                or(row.position(), known.position()),
                or(row.employeeCode(), known.employeeCode()),
                or(row.employeeType(), known.employeeType()),
                or(row.mobile(), known.mobile()),
                or(row.email(), known.email()),
                or(row.workPlace(), known.workPlace()),
                or(row.entryDate(), known.entryDate()),
                extension,
                Told.later(known.toldAt(), asOf));
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T known) {
        return told == null ? known : told;
    }
}
