package io.koobridge.tenant.web;

import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.ledger.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is shown.
 *
 * @param parentCode absent for a top department
 * @param linkCut its link to {@code parentCode} would close a circle, and does not count
 * @param present false: it was taken away
 * @param test told by debugging calls alone
 * @param position generation of the tenant in which it changed last
 */
record DepartmentView(
        String orgCode,
        @Nullable String name,
        @Nullable String parentCode,
        boolean linkCut,
        boolean present,
        boolean test,
        Instant toldAt,
        long position,
        DirectoryView directory) {

    static DepartmentView of(Row<Department> row) {
        var department = row.state();
        return new DepartmentView(
                department.orgCode(),
                department.name(),
                department.parentCode(),
                department.cut(),
                department.present(),
                department.test(),
                department.toldAt(),
                row.position(),
                DirectoryView.of(row));
    }
}
