package io.koobridge.events;

import io.koobridge.events.instance.OrderKey;
import org.jspecify.annotations.Nullable;

/** Ids of licences, which are those of the applications for them: {@code lic} and 32 characters of hash, 35 in all. */
public final class LicenseIds {

    private static final String PREFIX = "lic";
    private static final int HASH = 32;

    private LicenseIds() {}

    /**
     * The licence that one application gets, however often it is repeated. The fingerprint tells applications apart (license
     * §3.5); none is an empty one.
     */
    public static String ofApplication(String instanceId, String eventId, @Nullable String fingerprint) {
        return PREFIX
                + Identifiers.digest(HASH, "application", instanceId, eventId, fingerprint == null ? "" : fingerprint);
    }

    /** The licence that an instance gets with its purchase (license §7). */
    public static String ofPurchase(String instanceId) {
        return PREFIX + Identifiers.digest(HASH, "purchase", instanceId);
    }

    /** The one that follows it when the instance is renewed by this order. */
    public static String ofRenewal(String instanceId, OrderKey order) {
        return PREFIX
                + Identifiers.digest(
                        HASH,
                        "renewal",
                        instanceId,
                        order.orderId(),
                        order.lineId().orElse(""),
                        order.product().orElse(""));
    }
}
