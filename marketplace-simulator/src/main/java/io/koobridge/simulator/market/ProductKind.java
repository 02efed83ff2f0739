package io.koobridge.simulator.market;

/** What a product delivers. */
public enum ProductKind {
    SAAS,
    /** A licence that the seller makes: on request (license §3), or with the purchase (§7). */
    LICENSE,
    /** A code that the marketplace makes (license §4). */
    LICENSE_CODE
}
