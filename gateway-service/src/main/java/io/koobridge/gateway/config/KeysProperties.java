package io.koobridge.gateway.config;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * The keys of one address.
 *
 * @param base of the V2 interfaces; at least one where something is sold
 * @param v1 of the V1 interfaces; none: they are signed with the base keys
 * @param kit of the joint-operation interfaces, which are called below this address where there are any; none: the product has none
 * @param general of the general interfaces; at least one on an address of the kind {@code ORDERS}
 * @param licenseCode of the interfaces of authorization codes; at least one on an address of the kind {@code LICENSE_CODE}
 */
@ConfigurationPropertiesSource
public record KeysProperties(List<Key> base, List<Key> v1, List<Key> kit, List<Key> general, List<Key> licenseCode) {

    public KeysProperties(
            @Nullable List<Key> base,
            @Nullable List<Key> v1,
            @Nullable List<Key> kit,
            @Nullable List<Key> general,
            @Nullable List<Key> licenseCode) {
        this.base = copied(base);
        this.v1 = copied(v1);
        this.kit = copied(kit);
        this.general = copied(general);
        this.licenseCode = copied(licenseCode);
    }

    private static List<Key> copied(@Nullable List<Key> keys) {
        return keys == null ? List.of() : List.copyOf(keys);
    }

    List<Key> of(KeyType type) {
        return switch (type) {
            case BASE -> base;
            case V1 -> v1;
            case KIT -> kit;
            case GENERAL -> general;
            case LICENSE_CODE -> licenseCode;
        };
    }

    /**
     * One key.
     *
     * @param id required: names it in logs and metrics, never the secret
     * @param secret required: as KooGallery shows it to the seller
     * @param notAfter the last instant at which it verifies; absent: until it is taken away
     */
    @ConfigurationPropertiesSource
    public record Key(
            @Nullable String id,
            @Nullable String secret,
            @Nullable Instant notAfter) {

        AccessKey accessKey(String name) {
            var hasId = Invalid.ifAbsent(id, name + ".id");
            var hasSecret = Invalid.ifAbsent(secret, name + ".secret");
            return Invalid.named(name, () -> new AccessKey(hasId, hasSecret, notAfter));
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Key(%s)".formatted(id);
        }
    }

    /** KooGallery binds an address to one key for each interface type that is called there, and to no other (order-notification §3.1). */
    AddressKeys addressKeys(String name, AddressKind kind) {
        return switch (kind) {
            case SAAS, LICENSE -> sold(name, kind);
            case LICENSE_CODE -> only(KeyType.LICENSE_CODE, name, kind);
            case ORDERS -> only(KeyType.GENERAL, name, kind);
        };
    }

    private AddressKeys only(KeyType type, String name, AddressKind kind) {
        noneBut(EnumSet.of(type), name, kind);
        return AddressKeys.only(type, ring(type, name));
    }

    private AddressKeys sold(String name, AddressKind kind) {
        noneBut(EnumSet.of(KeyType.BASE, KeyType.V1, KeyType.KIT), name, kind);
        var baseRing = ring(KeyType.BASE, name);
        return new AddressKeys(
                baseRing,
                v1.isEmpty() ? baseRing : ring(KeyType.V1, name),
                kit.isEmpty() ? Optional.empty() : Optional.of(ring(KeyType.KIT, name)));
    }

    private void noneBut(Set<KeyType> called, String name, AddressKind kind) {
        for (var type : KeyType.values()) {
            Invalid.when(
                    !called.contains(type) && !of(type).isEmpty(),
                    name + "." + type.label(),
                    "must not be set: no call of an address of the kind %s is signed with it".formatted(kind));
        }
    }

    private KeyRing ring(KeyType type, String name) {
        return ring(of(type), name + "." + type.label());
    }

    private static KeyRing ring(List<Key> keys, String name) {
        Invalid.when(keys.isEmpty(), name, "must list at least one access key");
        var accessKeys = IntStream.range(0, keys.size())
                .mapToObj(index -> keys.get(index).accessKey(name + "[" + index + "]"))
                .toList();
        return Invalid.named(name, () -> new KeyRing(accessKeys));
    }
}
