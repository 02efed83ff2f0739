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
import io.koobridge.tenant.domain.User.Share;
import io.koobridge.tenant.domain.User.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user by one row of a list (tenant-sync §5.3). Profile and grants grow older by themselves: what is told late of an application takes
 * nothing from what was told since, of him or of another application.
 */
public final class Users {

    /** As many as one call may tell of one user. */
    private static final int MOST_MEMBERS = 64;

    private Users() {}

    public static Outcome<User> decide(@Nullable User current, Event<UsersTold> event, UserRow row) {
        var told = event.data();
        var known = current == null ? new User(event.subject(), row.userName(), Profile.UNKNOWN, Map.of()) : current;
        var grant = known.grants().get(told.appId());
        var through = Told.through(told.instanceId());
        var share = grant == null ? null : grant.shares().get(through);
        if (share != null && Told.stale(share.toldAt(), event.asOf())) {
            return new Stale<>("told at %s, known as of %s".formatted(event.asOf(), share.toldAt()));
        }
        if (told.test() && taken(told.change()) && share != null && isReal(share)) {
            return Told.onlyDebugging();
        }
        var grants = new HashMap<>(known.grants());
        grants.put(told.appId(), granted(grant, event, row));
        // Who is added after everybody forgot him is perhaps another one with the same name.
        var before = known.present()
                ? known.profile()
                : Profile.UNKNOWN.since(known.profile().toldAt());
        var after =
                new User(known.tenantId(), known.userName(), profile(before, told.change(), event.asOf(), row), grants);
        var next = after.present()
                ? after
                : new User(
                        after.tenantId(),
                        after.userName(),
                        Profile.UNKNOWN.since(after.profile().toldAt()),
                        grants);
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    private static boolean taken(UserChange change) {
        return change == UserChange.DELETED || change == UserChange.CANCELLED;
    }

    private static boolean isReal(Share share) {
        return share.standing() == Standing.GRANTED && !share.test();
    }

    private static Grant granted(@Nullable Grant known, Event<UsersTold> event, UserRow row) {
        var told = event.data();
        var through = Told.through(told.instanceId());
        var before = known == null || known.standing() == Standing.DELETED ? null : known;
        var silent = taken(told.change()) || (known != null && Told.stale(known.toldAt(), event.asOf()));
        var role = silent ? null : row.role();
        var enabled = silent ? null : row.enabled();
        var shares = new HashMap<>(known == null ? Map.<String, Share>of() : known.shares());
        shares.put(through, shared(shares.get(through), event));
        return new Grant(
                or(role, before == null ? null : before.role()),
                enabled == null ? (before == null || before.enabled()) : enabled,
                Told.later(known == null ? null : known.toldAt(), event.asOf()),
                shares);
    }

    private static Share shared(@Nullable Share known, Event<UsersTold> event) {
        var told = event.data();
        return new Share(
                standing(known, told.change()),
                Told.later(known == null ? null : known.toldAt(), event.asOf()),
                told.test() && (known == null || !isReal(known)));
    }

    /**
     * A change of what is known of somebody who is not there adds him: a modification of a missing one creates it (tenant-sync §4.4). Of somebody whose right was
     * taken back it gives nothing back.
     */
    private static Standing standing(@Nullable Share known, UserChange change) {
        return switch (change) {
            case ADDED -> Standing.GRANTED;
            case MODIFIED ->
                known == null || known.standing() == Standing.DELETED ? Standing.GRANTED : known.standing();
            case CANCELLED -> Standing.CANCELLED;
            case DELETED -> Standing.DELETED;
        };
    }

    /** What was not told stays. Rows that take something away say nothing of him. */
    private static Profile profile(Profile known, UserChange change, Instant asOf, UserRow row) {
        if (taken(change) || Told.stale(known.toldAt(), asOf)) {
            return known;
        }
        var extension = new HashMap<>(known.extension());
        row.extension().forEach((name, value) -> {
            if (extension.size() < MOST_MEMBERS || extension.containsKey(name)) {
                extension.put(name, value);
            }
        });
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
