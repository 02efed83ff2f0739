package io.koobridge.service.finding;

/** Findings that any service can make. */
public enum CommonFinding implements FindingKind {
    /** A call was acknowledged and turned out to ask for what cannot be. */
    FACT_REFUSED,
    /** A call failed that the marketplace does not repeat by itself. */
    NEEDS_RESTART,
    /** What the marketplace wants was refused for good by who should make it real. */
    STOPPED,
    /** Work has been unsettled for longer than anybody should wait. */
    STUCK
}
