package io.koobridge.tenant;

import io.koobridge.events.Event;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the marketplace tells, for tests. */
public final class Facts {

    public static final String TENANT = "t-0a1b2c3d";
    public static final String INSTANCE = "inst-7c1e0a5b";
    public static final String APP = "app-5f0c";
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private Facts() {}

    public static <F extends TenantFact> Event<F> at(Instant asOf, F fact) {
        return new Event<>(UUID.randomUUID().toString(), TENANT, "/koogallery/saas", asOf, asOf, null, fact);
    }

    public static <F extends TenantFact> Event<F> of(F fact) {
        return at(NOW, fact);
    }

    /** The same as the consumer hands it over. */
    public static Event<TenantFact> told(Instant asOf, TenantFact fact) {
        return at(asOf, fact);
    }

    public static TenantBound bound(@Nullable String instanceId) {
        return new TenantBound(
                instanceId,
                instanceId == null ? null : "CS1",
                "acme",
                "Acme",
                "https://acme.example",
                Change.ADDED,
                false);
    }

    public static TenantUnbound unbound(@Nullable String instanceId) {
        return new TenantUnbound(instanceId, false);
    }

    public static ApplicationGranted granted(String secret) {
        return new ApplicationGranted(INSTANCE, APP, "client-1", new SealedText(secret), false);
    }

    public static ApplicationWithdrawn withdrawn() {
        return new ApplicationWithdrawn(INSTANCE, APP, false);
    }

    public static DepartmentTold department(String code, @Nullable String parent) {
        return new DepartmentTold(INSTANCE, row(code, parent), Change.ADDED, false);
    }

    public static DepartmentTold gone(String code) {
        return new DepartmentTold(INSTANCE, new DepartmentRow(code, null, null), null, false);
    }

    public static DepartmentRow row(String code, @Nullable String parent) {
        return new DepartmentRow(code, "Department " + code, parent);
    }

    public static OrganisationTold organisation(String syncId, DepartmentRow... rows) {
        return new OrganisationTold(INSTANCE, Part.whole(syncId, rows.length), List.of(rows), false);
    }

    public static UsersTold users(UserChange change, UserRow... rows) {
        return users(APP, change, rows);
    }

    public static UsersTold users(String app, UserChange change, UserRow... rows) {
        return new UsersTold(
                INSTANCE, app, change, Part.whole(UUID.randomUUID().toString(), rows.length), List.of(rows), false);
    }

    public static UserRow user(String name) {
        return user(name, "D1", "user", true);
    }

    public static UserRow user(
            String name, @Nullable String department, @Nullable String role, @Nullable Boolean enabled) {
        return new UserRow(
                name,
                "Name of " + name,
                department,
                null,
                null,
                null,
                role,
                enabled,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of());
    }
}
