package io.koobridge.tenant.ledger;

import java.util.List;

/** Members of rows by which they are looked for. */
public final class Members {

    /** The department that a department stands under. */
    public static final String PARENT = "state.parentCode";

    /** The department of a user. */
    public static final String DEPARTMENT = "state.profile.orgCode";

    public static final List<String> OF_DEPARTMENTS = List.of(PARENT);

    public static final List<String> OF_USERS = List.of(DEPARTMENT);

    private Members() {}
}
