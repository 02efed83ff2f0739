package io.koobridge.tenant.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a department. Added, changed, named by a whole organisation: whichever comes, it is there with what was told last. */
public final class Departments {

    private Departments() {}

    public static Outcome<Department> decide(@Nullable Department current, Event<DepartmentTold> event) {
        var told = event.data();
        var row = told.department();
        if (told.change() == null) {
            return told.test() && current != null && current.present() && !current.test()
                    ? Told.onlyDebugging()
                    : goneAs(current, event.subject(), row.orgCode(), event.asOf());
        }
        return told(current, new Telling(event.subject(), row, event.asOf(), told.instanceId(), told.test(), null));
    }

    /** A row of the whole organisation. */
    public static Outcome<Department> decide(
            @Nullable Department current, Event<OrganisationTold> event, DepartmentRow row) {
        var told = event.data();
        return told(
                current,
                new Telling(
                        event.subject(),
                        row,
                        event.asOf(),
                        told.instanceId(),
                        told.test(),
                        told.part().syncId()));
    }

    /** A complete run did not name it, and the tenant's organisation is what runs name: a snapshot (design §6). */
    public static Outcome<Department> missing(@Nullable Department current, String run, Instant asOf) {
        return current == null
                        || !current.present()
                        || run.equals(current.run())
                        || !current.toldAt().isBefore(asOf)
                ? new Unchanged<>()
                : goneAs(current, current.tenantId(), current.orgCode(), asOf);
    }

    private record Telling(
            String tenantId,
            DepartmentRow row,
            Instant asOf,
            @Nullable String instanceId,
            boolean test,
            @Nullable String run) {}

    private static Outcome<Department> told(@Nullable Department current, Telling telling) {
        if (current != null && Told.stale(current.toldAt(), telling.asOf())) {
            return new Stale<>("told at %s, known as of %s".formatted(telling.asOf(), current.toldAt()));
        }
        var row = telling.row();
        var parentCode = Objects.equals(row.orgCode(), row.parentCode()) ? null : row.parentCode();
        var next = new Department(
                telling.tenantId(),
                row.orgCode(),
                row.name() == null && current != null ? current.name() : row.name(),
                parentCode,
                current != null && current.cut() && Objects.equals(parentCode, current.parentCode()),
                true,
                Told.later(current == null ? null : current.toldAt(), telling.asOf()),
                telling.run() == null && current != null ? current.run() : telling.run(),
                with(current == null ? Set.of() : current.bindings(), telling.instanceId()),
                telling.test() && (current == null || current.test()));
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    /** Also of one that nobody told of: what was told of it earlier may still come (tenant-sync §4.4). */
    private static Outcome<Department> goneAs(
            @Nullable Department current, String tenantId, String orgCode, Instant asOf) {
        if (current == null) {
            return new Applied<>(
                    new Department(tenantId, orgCode, null, null, false, false, asOf, null, Set.of(), false));
        }
        if (Told.stale(current.toldAt(), asOf)) {
            return new Stale<>("told at %s, known as of %s".formatted(asOf, current.toldAt()));
        }
        var gone = new Department(
                tenantId,
                orgCode,
                current.name(),
                current.parentCode(),
                current.cut(),
                false,
                Told.later(current.toldAt(), asOf),
                current.run(),
                current.bindings(),
                current.test());
        return gone.equals(current) ? new Unchanged<>() : new Applied<>(gone);
    }

    static Set<String> with(Set<String> bindings, @Nullable String instanceId) {
        if (instanceId == null || bindings.contains(instanceId)) {
            return bindings;
        }
        var all = new HashSet<>(bindings);
        all.add(instanceId);
        return all;
    }
}
