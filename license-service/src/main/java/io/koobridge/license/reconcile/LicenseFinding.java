package io.koobridge.license.reconcile;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about licences; the kinds that this service adds to the common ones. */
public enum LicenseFinding implements FindingKind {
    /** Nobody is configured who makes licences: every application waits. */
    NO_ISSUER
}
