package io.koobridge.crypto.callback.v2;

/** Which reading of "request payload" the caller signed (saas-v2 §7.4, tenant-sync §3.1). A descending order is never tried. */
public enum CanonicalForm {
    /** The body's bytes as received. */
    RAW,
    /** The body with top-level members sorted ascending, top-level nulls dropped, written compactly. */
    SORTED,
    /** The same, and the members of every object in it sorted too. The joint-operations kit alone. */
    SORTED_THROUGHOUT,
    /** As {@link #SORTED}, but with top-level nulls. The joint-operations kit alone. */
    SORTED_WITH_NULLS
}
