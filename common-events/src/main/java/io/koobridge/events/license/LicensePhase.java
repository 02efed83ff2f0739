package io.koobridge.events.license;

/** How far a licence is. */
public enum LicensePhase {
    /** Nobody made it yet. */
    ISSUING,
    /** It is made, and not with the marketplace yet. */
    UPLOADING,
    /** The marketplace has it, or the purchase was answered with it. */
    DELIVERED,
    /** The issuer or the marketplace does not want it; a person should look. */
    REFUSED,
    /** The application was denied by the marketplace; its place among the order's licences is free again. */
    DENIED,
    /** Its instance was released. */
    REVOKED
}
