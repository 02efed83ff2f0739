package io.koobridge.license.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.LicenseOrder.Customer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for.
 *
 * @param eventId the marketplace's number of the application; absent for the licence that comes with a purchase or its renewal
 * @param askedAt when it was asked for last, as the marketplace signed it
 */
public record LicenseRequest(
        String licenseId,
        String instanceId,
        @Nullable String eventId,
        @Nullable String fingerprint,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        Instant askedAt) {

    static LicenseRequest applied(Event<LicenseApplied> application) {
        var data = application.data();
        return new LicenseRequest(
                application.subject(),
                data.instanceId(),
                data.eventId(),
                data.fingerprint(),
                data.effectiveAt(),
                data.expiresAt(),
                application.asOf());
    }

    /** Of an instance whose purchase is answered with its licence (license §7). */
    static LicenseRequest withPurchase(KnownInstance instance, Instant now) {
        var inForce = instance.snapshot().inForce();
        var since = inForce == null ? now : inForce.since();
        return new LicenseRequest(
                instance.licenceId(),
                instance.id(),
                null,
                null,
                since,
                instance.snapshot().expiresAt(),
                since);
    }

    /** What the issuer is asked, by what is known of the instance now. */
    public LicenseOrder order(KnownInstance instance) {
        var bought = Optional.ofNullable(instance.snapshot().bought());
        var product = instance.product();
        return new LicenseOrder(
                licenseId,
                instanceId,
                eventId,
                instance.orderInForce(),
                product.map(Product::productId).orElse(null),
                product.map(Product::skuCode).orElse(null),
                withPurchase() ? product.map(Product::quantity).orElse(1L) : 1,
                bought.map(OrderDetails::buyer).map(LicenseRequest::customer).orElse(null),
                fingerprint,
                effectiveAt,
                expiresAt,
                askedAt);
    }

    private static @Nullable Customer customer(Buyer buyer) {
        return buyer.customerId() == null ? null : new Customer(buyer.customerId(), buyer.customerName());
    }

    /** Whether it is the answer to a purchase, also to one that was renewed, and uploaded nowhere. */
    public boolean withPurchase() {
        return eventId == null;
    }

    LicenseRequest askedAgain(Instant at) {
        return new LicenseRequest(licenseId, instanceId, eventId, fingerprint, effectiveAt, expiresAt, at);
    }
}
