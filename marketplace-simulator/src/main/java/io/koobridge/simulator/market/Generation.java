package io.koobridge.simulator.market;

/** By which guide the seller is called: of SaaS the editions, of licences the generations (license §1). */
public enum Generation {
    SAAS_V2,
    SAAS_V1,
    LICENSE,
    LICENSE_V1,
    LICENSE_CODE;

    static Generation of(ProductKind kind, Edition edition) {
        return switch (kind) {
            case SAAS -> edition == Edition.V1 ? SAAS_V1 : SAAS_V2;
            case LICENSE -> edition == Edition.V1 ? LICENSE_V1 : LICENSE;
            case LICENSE_CODE -> LICENSE_CODE;
        };
    }
}
