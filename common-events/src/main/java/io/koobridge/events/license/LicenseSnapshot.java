package io.koobridge.events.license;

import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A licence as other services and the seller's own systems may see it; published on {@code koobridge.state.licenses} after each
 * reconcile. Neither the licence itself nor the device that it is bound to is in it. Receivers ignore a version lower than one they
 * have seen.
 *
 * @param eventId the marketplace's number of the application; absent for a licence that came with the purchase
 * @param order that it was counted for
 * @param deliveredAt when the marketplace had it first
 * @param failure why it was refused, in one line; present exactly in {@link LicensePhase#REFUSED} and {@link LicensePhase#DENIED}
 * @param version rises with every write of the application
 */
public record LicenseSnapshot(
        String licenseId,
        String instanceId,
        @Nullable String eventId,
        LicensePhase phase,
        OrderKey order,
        long quantity,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        @Nullable Instant deliveredAt,
        @Nullable String failure,
        long version) {}
