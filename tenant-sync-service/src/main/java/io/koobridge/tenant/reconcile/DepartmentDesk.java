package io.koobridge.tenant.reconcile;

import io.koobridge.service.reconcile.Attempt;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.ledger.Members;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.RowTable.Those;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the directory of departments, one after the other, each after the one that it stands under. */
public final class DepartmentDesk {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 500;
    private static final int DEEPEST = 64;

    private final RowTable<User> users;
    private final Telling<Department> telling;

    public DepartmentDesk(
            RowTable<Department> departments,
            RowTable<User> users,
            Directory directory,
            Clock clock,
            MeterRegistry metrics) {
        this.users = users;
        this.telling = new Telling<>("department", departments, departments, directory, clock, metrics);
    }

    RowTable<Department> rows() {
        return telling.rows();
    }

    void tell(Tenant tenant, Attempt attempt, Propagation.Turn turn) {
        var due = due(tenant.id());
        while (!due.isEmpty() && turn.goesOn()) {
            var told = new HashSet<String>();
            for (var row : due) {
                tell(row, new Walk(attempt, turn, told, DEEPEST));
            }
            due = due(tenant.id());
        }
    }

    /** Up the tree from one that is to be told. */
    private record Walk(Attempt attempt, Propagation.Turn turn, Set<String> told, int deepest) {

        Walk up() {
            return new Walk(attempt, turn, told, deepest - 1);
        }
    }

    private void tell(Row<Department> row, Walk walk) {
        if (!walk.turn().goesOn() || !walk.told().add(row.id())) {
            return;
        }
        var parent = parent(row.state());
        if (parent != null && parent.place() == null && parent.work() != null && walk.deepest() > 0) {
            tell(parent, walk.up());
            parent = parent(row.state());
        }
        walk.attempt().holdLease();
        var wanted = wanted(row, parent);
        var written = telling.directory().write(wanted);
        if (Telling.moves(row, written)) {
            relink(row.state(), walk.attempt());
        }
        telling.note(new Telling.Told<>(wanted.tenantId(), row, wanted.parentCode()), written, walk.turn());
    }

    /**
     * Those who stand under it were told without it, or of where it is no more. They are marked before it counts as told: whoever dies in between finds it as it
     * was.
     */
    private void relink(Department department, Attempt attempt) {
        var now = telling.clock().instant();
        var tenantId = department.tenantId();
        Marking.mark(rows(), new Those(tenantId, Members.PARENT, department.orgCode()), attempt, now);
        Marking.mark(users, new Those(tenantId, Members.DEPARTMENT, department.orgCode()), attempt, now);
    }

    /** None that is gone. */
    private @Nullable Row<Department> parent(Department department) {
        var parent = department.parent();
        var row = parent == null
                ? null
                : rows().find(department.tenantId(), parent).block(STORE_ANSWERS_WITHIN);
        return row != null && row.state().present() ? row : null;
    }

    private static WantedDepartment wanted(Row<Department> row, @Nullable Row<Department> parent) {
        var department = row.state();
        var parentPlace = parent == null ? null : parent.place();
        return new WantedDepartment(
                department.tenantId(),
                department.orgCode(),
                department.name() == null ? department.orgCode() : department.name(),
                department.parent(),
                parentPlace == null ? null : parentPlace.id(),
                department.present(),
                row.place(),
                row.version());
    }

    private List<Row<Department>> due(String tenantId) {
        var due = rows().due(tenantId, telling.clock().instant(), AT_ONCE)
                .collectList()
                .block(STORE_ANSWERS_WITHIN);
        return due == null ? List.of() : due;
    }
}
