package io.koobridge.gateway.address;

import io.koobridge.events.instance.InstanceKind;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One address that KooGallery calls.
 *
 * @param path compared with the path of a request as it came, undecoded
 */
public record ProductionAddress(
        String path, AddressKind kind, AddressCodes codes, AddressKeys keys, AddressTerms terms) {

    /**
     * The kind of every instance that is bought through it.
     *
     * @throws IllegalStateException when nothing is; then no dialect of the address speaks of instances
     */
    public InstanceKind sold() {
        return kind.sold().orElseThrow(() -> new IllegalStateException("nothing is sold through " + path));
    }

    /** Where the interfaces of the joint-operations kit are called, by path: below an address that has keys of it, and nowhere else. */
    public Map<String, KitPath> kitPaths() {
        return keys.has(KeyType.KIT)
                ? KitPath.all().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(below -> path + below.getKey(), Map.Entry::getValue))
                : Map.of();
    }

    /** How V1 is spoken there. */
    public V1Terms v1() {
        return terms.v1();
    }
}
