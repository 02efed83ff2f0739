package io.koobridge.tenant.ledger;

/** Members of rows by which they are looked for. */
public final class Members {

    /** The department that a department stands under. */
    public static final String PARENT = "state.parentCode";

    /** The department of a user. */
    public static final String DEPARTMENT = "state.profile.orgCode";

    private Members() {}
}
