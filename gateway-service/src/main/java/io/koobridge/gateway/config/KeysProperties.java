package io.koobridge.gateway.config;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * The keys of one address.
 *
 * @param base required: of the V2 interfaces, at least one
 * @param v1 of the V1 interfaces; none: they are signed with the base keys
 * @param kit not used yet: of the joint-operation interfaces; none: the product has none
 */
@ConfigurationPropertiesSource
public record KeysProperties(List<Key> base, List<Key> v1, List<Key> kit) {

    public KeysProperties(@Nullable List<Key> base, @Nullable List<Key> v1, @Nullable List<Key> kit) {
        this.base = base == null ? List.of() : List.copyOf(base);
        this.v1 = v1 == null ? List.of() : List.copyOf(v1);
        this.kit = kit == null ? List.of() : List.copyOf(kit);
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

    AddressKeys addressKeys(String name) {
        var baseRing = ring(base, name + ".base");
        return new AddressKeys(
                baseRing,
                v1.isEmpty() ? baseRing : ring(v1, name + ".v1"),
                kit.isEmpty() ? Optional.empty() : Optional.of(ring(kit, name + ".kit")));
    }

    private static KeyRing ring(List<Key> keys, String name) {
        Invalid.when(keys.isEmpty(), name, "must list at least one access key");
        var accessKeys = IntStream.range(0, keys.size())
                .mapToObj(index -> keys.get(index).accessKey(name + "[" + index + "]"))
                .toList();
        return Invalid.named(name, () -> new KeyRing(accessKeys));
    }
}
