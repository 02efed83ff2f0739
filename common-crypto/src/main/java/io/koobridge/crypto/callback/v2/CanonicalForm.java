package io.koobridge.crypto.callback.v2;

/** Which reading of "request payload" the caller signed (saas-v2 §7.4). A descending order is never tried. */
public enum CanonicalForm {
    /** The body's bytes as received. */
    RAW,
    /** The body with top-level members sorted ascending, top-level nulls dropped, written compactly. */
    SORTED
}
