package io.koobridge.tenant.ledger;

import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Departments of one tenant, for whoever looks through all of them. */
public final class DepartmentChanges {

    private final TenantRows.Tables tables;
    private final boolean propagate;
    private final Clock clock;

    /**
     * A department as it was read.
     *
     * @param position generation of the tenant in which it changed last
     */
    public record Seen(Department department, long position) {}

    /** What becomes of one of them. */
    public record Mended(String orgCode, RowChange.Decision<Department> decision) {}

    public DepartmentChanges(TenantRows.Tables tables, boolean propagate, Clock clock) {
        this.tables = tables;
        this.propagate = propagate;
        this.clock = clock;
    }

    public Flux<Seen> all(String tenantId) {
        return tables.departments().all(tenantId).map(row -> new Seen(row.state(), row.position()));
    }

    public Mono<SyncRun> lastRun(String tenantId) {
        return tables.runs().lastOrganisation(tenantId);
    }

    /**
     * Writes what a review found.
     *
     * @param position generation that the tenant keeps for it
     */
    public Mono<Void> mend(Tenant tenant, long position, List<Mended> mended) {
        var cause = "review-%d-%d".formatted(position, tenant.generation());
        var ledger = new RowLedger<>(tables.departments());
        var changes = mended.stream()
                .map(each -> new RowChange<>(each.orgCode(), each.decision()))
                .toList();
        return ledger.apply(new Telling(tenant.id(), position, cause, propagate, clock.instant()), changes)
                .then();
    }
}
