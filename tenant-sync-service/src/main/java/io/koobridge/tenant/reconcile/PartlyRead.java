package io.koobridge.tenant.reconcile;

import io.koobridge.events.Event;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.service.finding.FindingBook;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Tells a person of departments and users that were taken although something of them could not be (design §6). */
public final class PartlyRead {

    private static final int NAMED = 10;

    private final FindingBook findings;

    public PartlyRead(FindingBook findings) {
        this.findings = findings;
    }

    /** Opens a finding when there is a reason; never closes one, for who looked at it knows best. */
    public Mono<Void> note(Event<TenantFact> event) {
        var tenantId = event.subject();
        return switch (event.data()) {
            case UsersTold told ->
                note(
                        tenantId,
                        "users",
                        told.users().stream().map(PartlyRead::of).toList());
            case OrganisationTold told ->
                note(
                        tenantId,
                        "departments",
                        told.departments().stream().map(PartlyRead::of).toList());
            case DepartmentTold told -> note(tenantId, "departments", List.of(of(told.department())));
            case TenantBound _, TenantUnbound _, ApplicationGranted _, ApplicationWithdrawn _ -> Mono.empty();
        };
    }

    private record Remark(String id, List<String> members) {

        @Override
        public String toString() {
            return "%s (%s)".formatted(id, String.join(", ", members));
        }
    }

    private static Remark of(UserRow row) {
        return new Remark(row.userName(), row.unread());
    }

    private static Remark of(DepartmentRow row) {
        return new Remark(row.orgCode(), row.unread());
    }

    private Mono<Void> note(String tenantId, String kind, List<Remark> all) {
        var remarks = all.stream().filter(each -> !each.members().isEmpty()).toList();
        if (remarks.isEmpty()) {
            return Mono.empty();
        }
        var named = remarks.stream().limit(NAMED).map(Remark::toString).collect(Collectors.joining("; "));
        var detail = "of %d %s something was not as the protocol says: %s%s"
                .formatted(remarks.size(), kind, named, remarks.size() > NAMED ? "; ..." : "");
        return findings.open(tenantId, TenantFinding.ROWS_PARTLY_READ, detail);
    }
}
