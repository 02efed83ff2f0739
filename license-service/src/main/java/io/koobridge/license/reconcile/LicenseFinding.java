package io.koobridge.license.reconcile;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about licences; the kinds that this service adds to the common ones. */
public enum LicenseFinding implements FindingKind {
    /** Nobody is configured who makes licences: every application waits. */
    NO_ISSUER,
    /** Its instance was released, and the licence server that may have made it is not configured any more: nobody told it. */
    NOT_REVOKED,
    /** The marketplace has the licence, asked for it once more, and did not take the same bytes again. */
    REPEAT_REFUSED
}
