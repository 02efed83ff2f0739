package io.koobridge.license.reconcile.code;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about a code. */
public enum CodeFinding implements FindingKind {
    /** The marketplace did not take some entries of a report of use; they are not sent again (license §5.5). */
    USAGE_NOT_TAKEN
}
