package io.koobridge.gateway.address;

import io.koobridge.events.instance.InstanceKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an address is for; decides which dialects are spoken there (design §3, "Production addresses and keys"). */
public enum AddressKind {
    /** SaaS products are sold through it. */
    SAAS(InstanceKind.SAAS),
    /** Tells of orders of every kind of product; nothing is sold through it. */
    ORDERS(null);

    private final @Nullable InstanceKind sold;

    AddressKind(@Nullable InstanceKind sold) {
        this.sold = sold;
    }

    /** The kind of every instance that is bought through such an address; empty where nothing is. */
    public Optional<InstanceKind> sold() {
        return Optional.ofNullable(sold);
    }
}
