package io.koobridge.gateway.address;

import io.koobridge.events.instance.InstanceKind;

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

    /** How V1 is spoken there. */
    public V1Terms v1() {
        return terms.v1();
    }
}
