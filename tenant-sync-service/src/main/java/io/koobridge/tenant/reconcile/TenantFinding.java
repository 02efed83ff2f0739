package io.koobridge.tenant.reconcile;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about tenants; the kinds that this service adds to the common ones. */
public enum TenantFinding implements FindingKind {
    /** The last whole organisation did not name departments that are known. */
    DEPARTMENTS_MISSING,
    /** Departments stand under themselves; the link that was told last does not count. */
    DEPARTMENT_CIRCLE,
    /** The directory refused entries for good, as they are. */
    DIRECTORY_REFUSED,
    /** Of departments or users something could not be taken as it was told. */
    ROWS_PARTLY_READ
}
