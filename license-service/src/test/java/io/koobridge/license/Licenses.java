package io.koobridge.license;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instances as provisioning publishes them, and applications for their licences. */
public final class Licenses {

    public static final Instant ORDERED = Instant.parse("2026-11-22T08:00:00Z");
    public static final Instant EXPIRY = Instant.parse("2027-11-22T15:59:59Z");
    public static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    public static final OrderKey RENEWAL = new OrderKey("CS2", "CS2-000001", null);
    public static final String ID = InstanceIds.derive("seller", InstanceKind.LICENSE, ORDER);
    public static final String PRODUCT = "OFFI1";

    private Licenses() {}

    /** An active instance, with what a test changes of it. */
    public record Told(
            String id,
            String product,
            InstanceKind kind,
            Phase phase,
            @Nullable ChargingMode mode,
            @Nullable Long quantity,
            @Nullable Instant expiresAt,
            OrderInForce inForce,
            LicenseDelivery delivery,
            long version) {

        public Told phase(Phase next) {
            return new Told(id, product, kind, next, mode, quantity, expiresAt, inForce, delivery, version + 1);
        }

        public Told quantity(@Nullable Long next) {
            return new Told(id, product, kind, phase, mode, next, expiresAt, inForce, delivery, version + 1);
        }

        public Told paid(@Nullable ChargingMode by, @Nullable Instant until) {
            return new Told(id, product, kind, phase, by, quantity, until, inForce, delivery, version + 1);
        }

        public Told inForce(OrderKey order, Instant since) {
            return new Told(
                    id,
                    product,
                    kind,
                    phase,
                    mode,
                    quantity,
                    expiresAt,
                    new OrderInForce(order, since, null),
                    delivery,
                    version + 1);
        }

        public Told delivery(LicenseDelivery next) {
            return new Told(id, product, kind, phase, mode, quantity, expiresAt, inForce, next, version + 1);
        }

        public Told of(String other) {
            return new Told(id, other, kind, phase, mode, quantity, expiresAt, inForce, delivery, version);
        }

        public Told kind(InstanceKind next) {
            return new Told(id, product, next, phase, mode, quantity, expiresAt, inForce, delivery, version);
        }

        public InstanceSnapshot snapshot() {
            return snapshot(new OrderDetails(
                    "NEW",
                    mode,
                    new Product(product, "sku-1", quantity),
                    null,
                    expiresAt,
                    new Buyer("c1", "Example Ltd", null, null, new SealedText("mobile"), new SealedText("email"))));
        }

        /** What the order in force sold; absent: nobody knows yet, though the one before it is known. */
        public InstanceSnapshot sold(@Nullable Long bySameProduct) {
            var sold =
                    bySameProduct == null ? null : new OrderInForce.Sale(new Product(product, "sku-1", bySameProduct));
            return snapshot(snapshot().bought(), new OrderInForce(inForce.order(), inForce.since(), sold));
        }

        /** Whose order nobody has learned yet. */
        public InstanceSnapshot withoutOrder() {
            return snapshot(null);
        }

        private InstanceSnapshot snapshot(@Nullable OrderDetails bought) {
            var sold = bought == null ? null : new OrderInForce.Sale(bought.product());
            return snapshot(bought, new OrderInForce(inForce.order(), inForce.since(), sold));
        }

        private InstanceSnapshot snapshot(@Nullable OrderDetails bought, OrderInForce paid) {
            return new InstanceSnapshot(
                    id, kind, phase, ORDER, bought, expiresAt, null, version, version, version, paid, delivery);
        }
    }

    /** Ten licences, paid for a year. */
    public static Told active(String id) {
        return new Told(
                id,
                PRODUCT,
                InstanceKind.LICENSE,
                Phase.ACTIVE,
                ChargingMode.PERIOD,
                10L,
                EXPIRY,
                new OrderInForce(ORDER, ORDERED, null),
                LicenseDelivery.ON_APPLICATION,
                1);
    }

    /** For the whole time that is paid, on one device. */
    public static LicenseApplied application(String instanceId, String eventId) {
        return new LicenseApplied(instanceId, eventId, "device-1", ORDERED, EXPIRY);
    }

    public static String licenseId(LicenseApplied application) {
        return LicenseIds.ofApplication(application.instanceId(), application.eventId(), application.fingerprint());
    }

    /** So long after the order. */
    public static Instant after(Duration time) {
        return ORDERED.plus(time);
    }
}
