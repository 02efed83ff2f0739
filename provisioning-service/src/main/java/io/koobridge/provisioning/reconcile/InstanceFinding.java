package io.koobridge.provisioning.reconcile;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about an instance; the kinds that this service adds to the common ones. */
public enum InstanceFinding implements FindingKind {
    /** A pay-per-use order line sells several products: which of them this instance is, the call did not say (saas-v2 §3.4). */
    SEVERAL_PRODUCTS,
    /** The order says something else than the call that named it. The call counts. */
    ORDER_DISAGREES,
    /** Paid for until more than 26 hours ago, still usable, and no freeze was seen: the loss is the seller's (saas-v2 §10). */
    EXPIRED_NOT_FROZEN,
    /** Imported under the seller's id, and called by the id that follows from its order: the marketplace has both (design §4). */
    ANSWERS_TO_TWO_IDS,
    /** One pay-per-use order and product has two instances, and no call said whether they are two lines (saas-v1 §3.1, saas-v2 §3.4). */
    PERHAPS_ONE_PURCHASE
}
