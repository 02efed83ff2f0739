package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.Generation;

/** What a letter is: its method, its key, its address and how long its answer may take (design §10). */
public enum Channel {
    /** POST, signed body. */
    V2,
    /** GET, {@code authToken}, signed answer. */
    V1,
    /** POST to the address of order notifications. */
    ORDERS,
    /** As V2, to the address of License products (license §3). */
    LICENSE,
    /** As V1, to the same address (license §7). */
    LICENSE_V1,
    /** As V2, to the address of authorization codes (license §4). */
    LICENSE_CODE;

    static Channel of(Generation generation) {
        return switch (generation) {
            case SAAS_V2 -> V2;
            case SAAS_V1 -> V1;
            case LICENSE -> LICENSE;
            case LICENSE_V1 -> LICENSE_V1;
            case LICENSE_CODE -> LICENSE_CODE;
        };
    }

    /** Signed by {@code authToken}, in a query string. */
    public boolean isGet() {
        return this == V1 || this == LICENSE_V1;
    }
}
