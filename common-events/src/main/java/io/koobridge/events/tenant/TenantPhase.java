package io.koobridge.events.tenant;

/** Whether an enterprise uses the product. */
public enum TenantPhase {
    /** Something was told of it, and no instance is bound to it yet. */
    ANNOUNCED,
    BOUND,
    /** The last binding was taken away: nobody of it may log in. */
    DISABLED
}
