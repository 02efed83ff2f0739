package io.koobridge.tenant.outside.scim;

import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.scim.Memberships.Wish;
import java.time.Duration;
import java.util.List;

/** A SCIM server: a department is a group, a user is a user and a member of his department's group (docs/directory.md). */
public final class ScimDirectory implements Directory {

    /** In metrics, logs and journals. */
    public static final String SYSTEM = "scim";

    private final ScimClient client;
    private final Habits habits;
    private final Entries entries;
    private final Memberships memberships;

    /**
     * How this server is written to.
     *
     * @param within all calls for one entry together
     */
    record Habits(Duration within, boolean nestedGroups, boolean deactivates, boolean adoptUnowned, ScimForm form) {}

    ScimDirectory(ScimClient client, Habits habits) {
        var abilities = new Abilities();
        var resources = new Resources(abilities);
        this.client = client;
        this.habits = habits;
        this.entries = new Entries(resources, habits.adoptUnowned());
        this.memberships = new Memberships(resources, abilities);
    }

    @Override
    public String name() {
        return SYSTEM;
    }

    @Override
    public Written write(WantedDepartment department) {
        var errand = errand(department.tenantId(), List.of());
        var place = department.place();
        if (!department.present()) {
            return entries.remove(errand, Kind.GROUP, ScimGroup.id(department), place)
                    .end(_ -> new Written.Done(null));
        }
        return entries.settle(errand, ScimGroup.entry(department, habits.form()), place)
                .then(settled -> {
                    var wish = new Wish(
                            Kind.GROUP,
                            settled.id(),
                            department.tenantId(),
                            settled.created(),
                            place == null ? null : place.within(),
                            department.parentPlace());
                    return habits.nestedGroups() ? memberships.settle(errand, wish) : Step.went(wish);
                })
                .end(ScimDirectory::done);
    }

    @Override
    public Written write(WantedUser user) {
        var errand = errand(user.tenantId(), ScimUser.personal(user));
        if (!user.present()) {
            return habits.deactivates() ? deactivated(errand, user) : removed(errand, user);
        }
        var place = user.place();
        return entries.settle(errand, ScimUser.entry(user, habits.form()), place)
                .then(settled -> memberships.settle(
                        errand,
                        new Wish(
                                Kind.USER,
                                settled.id(),
                                user.tenantId(),
                                settled.created(),
                                place == null ? null : place.within(),
                                user.departmentPlace())))
                .end(ScimDirectory::done);
    }

    private Written removed(Errand errand, WantedUser user) {
        return entries.remove(errand, Kind.USER, ScimUser.id(user), user.place())
                .end(_ -> new Written.Done(null));
    }

    /** Kept without rights and without a department, where he is there at all. */
    private Written deactivated(Errand errand, WantedUser user) {
        var place = user.place();
        return entries.located(errand, Kind.USER, ScimUser.id(user), place)
                .end(found -> found.isEmpty()
                        ? new Written.Done(null)
                        : entries.changed(errand, ScimUser.deactivated(user, habits.form()), found.get())
                                .then(settled -> memberships.settle(
                                        errand,
                                        new Wish(
                                                Kind.USER,
                                                settled.id(),
                                                user.tenantId(),
                                                false,
                                                place == null ? null : place.within(),
                                                null)))
                                .end(ScimDirectory::done));
    }

    private Errand errand(String tenantId, List<String> personal) {
        return new Errand(client, new Deadline(habits.within(), System::nanoTime), tenantId, personal);
    }

    private static Written done(Wish wish) {
        return new Written.Done(new Place(wish.id(), wish.wanted()));
    }
}
