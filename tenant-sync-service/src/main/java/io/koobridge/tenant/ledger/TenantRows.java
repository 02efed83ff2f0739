package io.koobridge.tenant.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Departments;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.Users;
import io.koobridge.tenant.ledger.SyncRun.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Departments and users as facts tell of them: written before their tenant, which then says up to which generation they are. */
public final class TenantRows {

    private final Function<String, Mono<Tenant>> tenants;
    private final Tables tables;
    private final boolean propagate;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** Where rows stand. */
    public record Tables(RowTable<Department> departments, RowTable<User> users, SyncRuns runs) {}

    /**
     * Rows.
     *
     * @param tenants by id; empty where none is known yet
     * @param propagate whether a directory is to hear of them
     */
    public TenantRows(
            Function<String, Mono<Tenant>> tenants,
            Tables tables,
            boolean propagate,
            Clock clock,
            MeterRegistry metrics) {
        this.tenants = tenants;
        this.tables = tables;
        this.propagate = propagate;
        this.clock = clock;
        this.metrics = metrics;
    }

    Mono<Void> told(Event<TenantFact> event) {
        return switch (event.data()) {
            case DepartmentTold told ->
                written(
                        event,
                        tables.departments(),
                        "department",
                        List.of(new RowChange<>(
                                told.department().orgCode(),
                                current -> Departments.decide(current, event.map(_ -> told)))));
            case OrganisationTold told ->
                written(
                                event,
                                tables.departments(),
                                "department",
                                told.departments().stream()
                                        .map(row -> new RowChange<Department>(
                                                row.orgCode(),
                                                current -> Departments.decide(current, event.map(_ -> told), row)))
                                        .toList())
                        .then(arrived(event, Kind.ORGANISATION, told.part()));
            case UsersTold told ->
                written(
                                event,
                                tables.users(),
                                "user",
                                told.users().stream()
                                        .map(row -> new RowChange<User>(
                                                row.userName(),
                                                current -> Users.decide(current, event.map(_ -> told), row)))
                                        .toList())
                        .then(arrived(event, Kind.USERS, told.part()));
            case TenantBound _, TenantUnbound _, ApplicationGranted _, ApplicationWithdrawn _ -> Mono.empty();
        };
    }

    private <T> Mono<Void> written(
            Event<TenantFact> event, RowTable<T> table, String kind, List<RowChange<T>> changes) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        return tenants.apply(event.subject())
                .map(Tenant::next)
                .defaultIfEmpty(Tenant.first())
                .flatMap(position -> new RowLedger<>(table)
                        .apply(new Telling(event.subject(), position, event.id(), propagate, clock.instant()), changes))
                .doOnNext(tally -> tally.byOutcome().forEach((outcome, rows) -> metrics.counter(
                                "koobridge.tenant.objects", "kind", kind, "outcome", outcome)
                        .increment(rows)))
                .then();
    }

    private Mono<Void> arrived(Event<TenantFact> event, Kind kind, Part part) {
        return Mono.defer(() -> tables.runs().arrived(event, kind, part, clock.instant()));
    }
}
