package io.koobridge.gateway.address;

import io.koobridge.crypto.key.KeyRing;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The access keys of one address by interface type. Which ones there are follows from the address's kind, and the configuration sees to it.
 *
 * @param rings those that an address has
 */
public record AddressKeys(Map<KeyType, KeyRing> rings) {

    public AddressKeys {
        rings = Map.copyOf(rings);
    }

    /** Of an address through which something is sold. */
    public AddressKeys(KeyRing base, KeyRing v1, Optional<KeyRing> kit) {
        this(kit.map(ring -> Map.of(KeyType.BASE, base, KeyType.V1, v1, KeyType.KIT, ring))
                .orElseGet(() -> Map.of(KeyType.BASE, base, KeyType.V1, v1)));
    }

    /** Of an address where interfaces of one type are called and no others. */
    public static AddressKeys only(KeyType type, KeyRing keys) {
        return new AddressKeys(Map.of(type, keys));
    }

    /** Those that calls of the kit's V1 edition are signed with: its own, then those of V1 (design §3). */
    public KeyRing ofKitV1() {
        return new KeyRing(Stream.concat(of(KeyType.KIT).keys().stream(), of(KeyType.V1).keys().stream())
                .toList());
    }

    public boolean has(KeyType type) {
        return rings.containsKey(type);
    }

    /** Those that the address's kind says it has. */
    public KeyRing of(KeyType type) {
        return Optional.ofNullable(rings.get(type)).orElseThrow();
    }
}
