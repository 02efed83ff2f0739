package io.koobridge.provisioning.reconcile;

import io.koobridge.service.finding.FindingKind;

/** What a person should look at about an order that the marketplace told of. */
public enum OrderFinding implements FindingKind {
    /** It was paid, and no call about an instance has come for it: a buyer may wait for nothing. */
    ORDER_UNKNOWN,
    /** Orders come for a product of which there is no instance at all. Once for each product, for it may well be another system's. */
    PRODUCT_NOT_SERVED
}
