package io.koobridge.gateway.address;

import java.util.Locale;

/** The interface types that an address has lists of keys for (saas-v2 §7.1, order-notification §3.1, license §2.2). */
public enum KeyType {
    /** The V2 base interfaces. */
    BASE,
    /** The V1 ones; signed with the base keys where none are configured. */
    V1,
    /** The joint-operation interfaces, where the product has any. */
    KIT,
    /** The common interfaces. */
    GENERAL,
    /** The delivery interfaces of authorization codes. */
    LICENSE_CODE;

    /** As settings and operators call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
