package io.koobridge.license.domain;

import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A licence that shall be made, as a whole. The same order asked for twice is the same licence.
 *
 * @param licenseId also the idempotency key of every outside call
 * @param eventId the marketplace's number of the application; absent for a licence that comes with the purchase
 * @param order that it is counted for
 * @param skuCode absent where the order told none
 * @param quantity how many of whatever the product counts: 1 for an application, the bought quantity for a purchase
 * @param customer who bought it; absent where the order told nobody
 * @param fingerprint of the device it is bound to, as it came; absent for a licence that is bound to none
 * @param expiresAt absent for a licence without an end
 * @param orderedAt when the marketplace asked for it
 */
public record LicenseOrder(
        String licenseId,
        String instanceId,
        @Nullable String eventId,
        OrderKey order,
        @Nullable String productId,
        @Nullable String skuCode,
        long quantity,
        @Nullable Customer customer,
        @Nullable String fingerprint,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        Instant orderedAt) {

    /** The same licence, counted for this order. */
    public LicenseOrder countedFor(OrderKey other) {
        return new LicenseOrder(
                licenseId,
                instanceId,
                eventId,
                other,
                productId,
                skuCode,
                quantity,
                customer,
                fingerprint,
                effectiveAt,
                expiresAt,
                orderedAt);
    }

    /** Who bought it, as the marketplace calls him. */
    public record Customer(String id, @Nullable String name) {}
}
