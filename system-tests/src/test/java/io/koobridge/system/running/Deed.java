package io.koobridge.system.running;

/** What can be done to a running suite. Each is over when it returns; what it broke may still be coming back. */
enum Deed {
    PRODUCT_HANGS(Victim.PRODUCT),
    PRODUCT_IS_SLOW(Victim.PRODUCT),
    PRODUCT_IS_UNAVAILABLE(Victim.PRODUCT),
    PRODUCT_POSTPONES(Victim.PRODUCT),
    GATEWAY_HANGS(Victim.GATEWAY),
    GATEWAY_IS_KILLED(Victim.GATEWAY),
    PROVISIONING_HANGS(Victim.PROVISIONING),
    PROVISIONING_IS_KILLED(Victim.PROVISIONING),
    LICENSE_HANGS(Victim.LICENSE),
    LICENSE_IS_KILLED(Victim.LICENSE),
    BROKER_HANGS(Victim.BROKER),
    BROKER_IS_KILLED(Victim.BROKER),
    STORE_HANGS(Victim.STORE),
    STORE_IS_KILLED(Victim.STORE);

    enum Victim {
        PRODUCT,
        GATEWAY,
        PROVISIONING,
        LICENSE,
        BROKER,
        STORE
    }

    private final Victim victim;

    Deed(Victim victim) {
        this.victim = victim;
    }

    Victim victim() {
        return victim;
    }
}
