package io.koobridge.service.finding;

/** Findings that any service can make. */
public enum CommonFinding implements FindingKind {
    /** A call was acknowledged and turned out to ask for what cannot be. */
    FACT_REFUSED
}
