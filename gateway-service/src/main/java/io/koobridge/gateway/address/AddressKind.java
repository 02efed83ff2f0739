package io.koobridge.gateway.address;

import io.koobridge.events.instance.InstanceKind;

/** What is sold through an address; decides which dialects are spoken there (design §3, "Production addresses and keys"). */
public enum AddressKind {
    SAAS(InstanceKind.SAAS);

    private final InstanceKind instances;

    AddressKind(InstanceKind instances) {
        this.instances = instances;
    }

    /** The kind of every instance that is bought through such an address. */
    public InstanceKind instances() {
        return instances;
    }
}
