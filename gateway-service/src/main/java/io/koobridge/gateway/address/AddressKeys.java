package io.koobridge.gateway.address;

import io.koobridge.crypto.key.KeyRing;
import java.util.Optional;

/**
 * The access keys of one address by interface type (saas-v2 §7.1, order-notification §3.1). An address that sells something has base keys, one that
 * tells of orders has general ones; the kind of the address says which, and the configuration sees to it.
 *
 * @param ofBase for the V2 base interfaces
 * @param ofV1 for the V1 ones; the same as the base ones where none are configured
 * @param kit for the joint-operation interfaces, where the product has any
 * @param ofGeneral for the general interfaces
 */
public record AddressKeys(
        Optional<KeyRing> ofBase, Optional<KeyRing> ofV1, Optional<KeyRing> kit, Optional<KeyRing> ofGeneral) {

    /** Of an address through which something is sold. */
    public AddressKeys(KeyRing base, KeyRing v1, Optional<KeyRing> kit) {
        this(Optional.of(base), Optional.of(v1), kit, Optional.empty());
    }

    /** Of an address that tells of orders. */
    public static AddressKeys general(KeyRing keys) {
        return new AddressKeys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(keys));
    }

    /** Those of an address through which something is sold. */
    public KeyRing base() {
        return ofBase.orElseThrow();
    }

    /** Those of an address through which something is sold. */
    public KeyRing v1() {
        return ofV1.orElseThrow();
    }

    /** Those of an address that tells of orders. */
    public KeyRing general() {
        return ofGeneral.orElseThrow();
    }
}
