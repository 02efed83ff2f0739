package io.koobridge.gateway.config;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * The keys of one address.
 *
 * @param base of the V2 interfaces; at least one where something is sold
 * @param v1 of the V1 interfaces; none: they are signed with the base keys
 * @param kit not used yet: of the joint-operation interfaces; none: the product has none
 * @param general of the general interfaces; at least one on an address of the kind {@code ORDERS}
 */
@ConfigurationPropertiesSource
public record KeysProperties(List<Key> base, List<Key> v1, List<Key> kit, List<Key> general) {

    public KeysProperties(
            @Nullable List<Key> base, @Nullable List<Key> v1, @Nullable List<Key> kit, @Nullable List<Key> general) {
        this.base = base == null ? List.of() : List.copyOf(base);
        this.v1 = v1 == null ? List.of() : List.copyOf(v1);
        this.kit = kit == null ? List.of() : List.copyOf(kit);
        this.general = general == null ? List.of() : List.copyOf(general);
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
            case SAAS -> sold(name, kind);
            case ORDERS -> ofOrders(name, kind);
        };
    }

    private AddressKeys ofOrders(String name, AddressKind kind) {
        none(base, name + ".base", kind);
        none(v1, name + ".v1", kind);
        none(kit, name + ".kit", kind);
        return AddressKeys.general(ring(general, name + ".general"));
    }

    private AddressKeys sold(String name, AddressKind kind) {
        none(general, name + ".general", kind);
        var baseRing = ring(base, name + ".base");
        return new AddressKeys(
                baseRing,
                v1.isEmpty() ? baseRing : ring(v1, name + ".v1"),
                kit.isEmpty() ? Optional.empty() : Optional.of(ring(kit, name + ".kit")));
    }

    private static void none(List<Key> keys, String name, AddressKind kind) {
        Invalid.when(
                !keys.isEmpty(),
                name,
                "must not be set: no call of an address of the kind %s is signed with it".formatted(kind));
    }

    private static KeyRing ring(List<Key> keys, String name) {
        Invalid.when(keys.isEmpty(), name, "must list at least one access key");
        var accessKeys = IntStream.range(0, keys.size())
                .mapToObj(index -> keys.get(index).accessKey(name + "[" + index + "]"))
                .toList();
        return Invalid.named(name, () -> new KeyRing(accessKeys));
    }
}
