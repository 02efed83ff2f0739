package io.koobridge.tenant.web;

import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.TenantBook;
import io.koobridge.tenant.ledger.TenantRows.Tables;
import io.koobridge.tenant.reconcile.Wanted;
import io.koobridge.tenant.web.Change.DepartmentChange;
import io.koobridge.tenant.web.Change.UserChange;
import io.koobridge.tenant.web.Cursor.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What changed in a tenant since somebody read it last: each department and user once, as it is now, in the order of their last changes. Whoever reads on until
 * nothing is left has what the marketplace told, for rows are written before the generation that they are read by.
 */
public final class Feed {

    private static final Comparator<Change> ORDER = Comparator.comparingLong(Change::position)
            .thenComparing(change -> Objects.requireNonNull(change.cursor().kind()));

    private final TenantBook tenants;
    private final Tables tables;
    private final Wanted wanted;

    /**
     * Some changes.
     *
     * @param next to be asked with next; the same as asked with where nothing changed
     * @param more whether there are more already
     */
    record Page(TenantView tenant, List<Change> changes, String next, boolean more) {}

    public Feed(TenantBook tenants, Tables tables, Wanted wanted) {
        this.tenants = tenants;
        this.tables = tables;
        this.wanted = wanted;
    }

    Flux<TenantView> tenants(@Nullable String after, int limit) {
        return tenants.page(after, limit).map(TenantView::of);
    }

    /** Empty where nothing was told of the tenant. */
    Mono<Page> changes(String tenantId, Cursor since, int limit) {
        return tenants.find(tenantId)
                .flatMap(tenant -> Mono.zip(
                        departments(tenant, since, limit + 1).collectList(),
                        users(tenant, since, limit + 1).collectList(),
                        (departments, users) -> page(tenant, since, limit, departments, users)));
    }

    private static Page page(
            Tenant tenant, Cursor since, int limit, List<DepartmentChange> departments, List<UserChange> users) {
        var changes = Stream.<Change>concat(departments.stream(), users.stream())
                .sorted(ORDER)
                .toList();
        var some = new ArrayList<>(changes.subList(0, Math.min(limit, changes.size())));
        var next = some.isEmpty() ? since : some.getLast().cursor();
        return new Page(TenantView.of(tenant), some, next.written(), changes.size() > limit);
    }

    private Flux<DepartmentChange> departments(Tenant tenant, Cursor since, int limit) {
        var after = since.kind() == Kind.DEPARTMENT ? RowTable.idOf(tenant.id(), since.code()) : null;
        return tables.departments()
                .changes(tenant.id(), since.position(), after, tenant.readable(), limit)
                .map(row -> {
                    var department = row.state();
                    return new DepartmentChange(
                            "department",
                            department.orgCode(),
                            department.present(),
                            department.name(),
                            department.parent(),
                            row.position());
                });
    }

    /** Behind a department come all users of its generation. */
    private Flux<UserChange> users(Tenant tenant, Cursor since, int limit) {
        var after = since.kind() == Kind.USER ? RowTable.idOf(tenant.id(), since.code()) : null;
        long position = since.kind() == Kind.DEPARTMENT ? since.position() - 1 : since.position();
        return tables.users()
                .changes(tenant.id(), position, after, tenant.readable(), limit)
                .collectList()
                .flatMapMany(rows -> departmentsOf(tenant.id(), rows).flatMapIterable(departments -> rows.stream()
                        .map(row -> UserChange.of(wanted.of(tenant, row, departments), row.position()))
                        .toList()));
    }

    private Mono<Map<String, Row<Department>>> departmentsOf(String tenantId, List<Row<User>> users) {
        var codes = users.stream()
                .map(row -> row.state().profile().orgCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return tables.departments()
                .findAll(tenantId, codes)
                .filter(row -> row.state().present())
                .collectMap(row -> row.state().orgCode());
    }
}
