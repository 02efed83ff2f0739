package io.koobridge.gateway.address;

import io.koobridge.events.instance.InstanceKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an address is for; decides which dialects are spoken there (design §3, "Production addresses and keys"). */
public enum AddressKind {
    /** SaaS products are sold through it. */
    SAAS(InstanceKind.SAAS, "instanceId"),
    /** Licences are sold through it, which users apply for or which come with the purchase. */
    LICENSE(InstanceKind.LICENSE, "instanceId"),
    /** Tells of authorization codes, which the marketplace makes; nothing is sold through it. */
    LICENSE_CODE(null, "licenseCode"),
    /** Tells of orders of every kind of product; nothing is sold through it. */
    ORDERS(null, "orderId");

    private final @Nullable InstanceKind sold;
    private final String subjectKey;

    AddressKind(@Nullable InstanceKind sold, String subjectKey) {
        this.sold = sold;
        this.subjectKey = subjectKey;
    }

    /** What logs and spans call that which a call is about. */
    public String subjectKey() {
        return subjectKey;
    }

    /** Whether its calls are about licences, which license-service knows of. */
    public boolean ofLicenses() {
        return switch (this) {
            case LICENSE, LICENSE_CODE -> true;
            case SAAS, ORDERS -> false;
        };
    }

    /** The kind of every instance that is bought through such an address; empty where nothing is. */
    public Optional<InstanceKind> sold() {
        return Optional.ofNullable(sold);
    }
}
