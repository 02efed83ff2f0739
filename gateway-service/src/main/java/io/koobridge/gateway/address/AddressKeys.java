package io.koobridge.gateway.address;

import io.koobridge.crypto.key.KeyRing;
import java.util.Optional;

/**
 * The access keys of one address by interface type (saas-v2 §7.1).
 *
 * @param base for the V2 base interfaces
 * @param v1 for the V1 ones; the same as {@code base} where none are configured
 * @param kit for the joint-operation interfaces, where the product has any
 */
public record AddressKeys(KeyRing base, KeyRing v1, Optional<KeyRing> kit) {}
