package io.koobridge.events.instance;

/** How the licences of an instance reach the buyer; the edition that it was sold in decides. */
public enum LicenseDelivery {
    /** The user applies for each, and it is uploaded to the marketplace (license §3.5). */
    ON_APPLICATION,
    /** There is one, which is the answer to the purchase (license §7). */
    WITH_PURCHASE
}
