package io.koobridge.license;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.Outcome;
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
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.LicenseFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Licences and their instances as tests have them. */
public final class Applications {

    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    public static final Instant END = Instant.parse("2027-11-22T00:00:00Z");
    public static final String INSTANCE = "kb-test";
    public static final String EVENT = "event-1";
    public static final String FINGERPRINT = "0A:1B|DISK||CPU";
    public static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    public static final String ID = LicenseIds.ofApplication(INSTANCE, EVENT, FINGERPRINT);
    public static final String PURCHASE_ID = LicenseIds.ofPurchase(INSTANCE);
    public static final LicenseFile TEXT = new LicenseFile("LIC-1".getBytes(UTF_8), null);

    private Applications() {}

    public static Event<LicenseFact> fact(String id, int seconds) {
        var at = NOW.plusSeconds(seconds);
        return new Event<>(
                id,
                ID,
                "/koogallery/license",
                at,
                at,
                null,
                new LicenseApplied(INSTANCE, EVENT, FINGERPRINT, NOW, END));
    }

    public static KnownInstance instance() {
        return instance(Phase.ACTIVE, ORDER, LicenseDelivery.ON_APPLICATION);
    }

    public static KnownInstance instance(Phase phase, OrderKey inForce, LicenseDelivery delivery) {
        return instance(phase, inForce, delivery, bought());
    }

    public static KnownInstance instance(
            Phase phase, OrderKey inForce, LicenseDelivery delivery, @Nullable OrderDetails bought) {
        return new KnownInstance(new InstanceSnapshot(
                INSTANCE,
                InstanceKind.LICENSE,
                phase,
                ORDER,
                bought,
                END,
                null,
                1,
                1,
                1,
                new OrderInForce(inForce, NOW, bought == null ? null : new OrderInForce.Sale(bought.product())),
                delivery));
    }

    public static OrderDetails bought() {
        return new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new Product("OFFI1", "SKU1", 7L),
                null,
                END,
                new Buyer("customer-1", "Example Ltd", null, null, null, null));
    }

    public static Application applied() {
        return after(null, fact("f1", 0));
    }

    /** With its place, so that the issuer is asked next. */
    public static Application placed() {
        var applied = applied();
        return applied.placed(applied.request().order(instance())).asking(Issuer.Kind.HTTP);
    }

    public static Application withPurchase() {
        var instance = instance(Phase.ACTIVE, ORDER, LicenseDelivery.WITH_PURCHASE);
        return state(Decisions.ordered(null, instance, NOW));
    }

    public static Application after(@Nullable Application before, Event<LicenseFact> fact) {
        return state(Decisions.decide(before, fact));
    }

    public static Application state(Outcome<Application> outcome) {
        if (outcome instanceof Outcome.Applied<Application>(var next)) {
            return next;
        }
        throw new AssertionError("nothing was applied: " + outcome);
    }
}
