package io.koobridge.provisioning;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Imported;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.LookUp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instances in every phase, made as the service makes them: by facts and by what was seen. */
public final class Instances {

    public static final String ID = "kb-test";
    public static final Instant ORDERED = Instant.parse("2026-11-22T08:00:00Z");
    public static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    public static final Instant EXPIRY = Instant.parse("2027-11-22T15:59:59Z");
    public static final InstancePurchased PURCHASE = new InstancePurchased(InstanceKind.SAAS, ORDER);
    public static final OrderDetails BOUGHT = new OrderDetails(
            "NEW",
            ChargingMode.PERIOD,
            new OrderDetails.Product("OFFI1", "sku-1", 5L),
            new OrderDetails.Period("year", 1),
            EXPIRY,
            new Buyer("c 1", "Example Ltd", "u1", "ann", null, null));
    public static final OrderLearned LEARNED = new OrderLearned(ORDER, BOUGHT);
    public static final Access ACCESS =
            new Access("https://app.example.com/1", null, "admin", new SealedText("sealed"), null);
    public static final Failure FAILURE = new Failure(FailureReason.SOLD_OUT, "none left");

    public static final OrderKey RENEWAL_ORDER = new OrderKey("CS2", "CS2-000001", null);
    public static final Instant RENEWED = Instant.parse("2028-11-22T15:59:59Z");
    public static final TermChanged RENEWAL = term(TermChange.RENEWAL, RENEWED);
    public static final OrderKey UPGRADE_ORDER = new OrderKey("CS3", "CS3-000001", null);
    public static final UpgradeOrdered UPGRADE = new UpgradeOrdered(UPGRADE_ORDER);

    private Instances() {}

    /** By the order of a renewal, without another product, as V2 has it. */
    public static TermChanged term(TermChange change, Instant expiresAt) {
        return new TermChanged(change, RENEWAL_ORDER, null, expiresAt, false);
    }

    /** A fact about {@link #ID}, signed so many seconds after the order. */
    public static Event<InstanceFact> fact(String id, long seconds, InstanceFact data) {
        var asOf = ORDERED.plusSeconds(seconds);
        return new Event<>(id, ID, "/koogallery/saas", asOf, asOf.plusMillis(40), null, data);
    }

    public static Instance ordered() {
        return after(null, fact("purchase", 0, PURCHASE));
    }

    public static Instance orderedLicense() {
        return after(null, fact("purchase", 0, new InstancePurchased(InstanceKind.LICENSE, ORDER)));
    }

    public static Instance activeLicense() {
        return knowing(orderedLicense(), BOUGHT).madeReal(null);
    }

    /** The same life, lived by a licence: what happens to it does not depend on its kind. */
    public static Instance asLicense(Instance instance) {
        return new Instance(
                instance.id(),
                InstanceKind.LICENSE,
                instance.order(),
                instance.orderedAt(),
                instance.spec(),
                instance.status(),
                instance.memory(),
                instance.access(),
                LicenseDelivery.ON_APPLICATION);
    }

    /** The same fact about a licence. */
    public static InstanceFact asLicense(InstanceFact fact) {
        return fact instanceof InstancePurchased purchase
                ? new InstancePurchased(
                        InstanceKind.LICENSE, purchase.order(), purchase.bought(), purchase.access(), null)
                : fact;
    }

    public static Instance learned() {
        return knowing(ordered(), BOUGHT);
    }

    /** A purchase's question for this order. */
    public static LookUp asked(OrderKey order) {
        return new LookUp(
                order, new LookUp.Cause(LookUp.Purpose.PURCHASE, "purchase", ORDERED), new LookUp.Told(null, null));
    }

    /** What becomes of it once the first order that it still has to ask about turns out to be this. */
    public static Instance knowing(Instance instance, OrderDetails details) {
        var lookUp = instance.spec().lookUps().getFirst();
        return after(instance, lookUp.learned(ID, details, "/test", ORDERED));
    }

    public static Instance active() {
        return learned().madeReal(ACCESS);
    }

    public static Instance frozen() {
        return after(active(), fact("freeze", 10, new InstanceFrozen())).madeReal(null);
    }

    public static Instance failed() {
        return learned().refused(FAILURE);
    }

    public static Instance released() {
        return after(active(), fact("release", 20, new InstanceReleased(null))).madeReal(null);
    }

    /** What a seller says of {@link #ID}, whom he had before. */
    public static Imported imported(WantedState wanted) {
        return new Imported(ID, InstanceKind.SAAS, ORDER, BOUGHT, wanted, ACCESS, AccessForm.ENCRYPTED, ORDERED);
    }

    /** What was bought; an error when nobody knows. */
    public static OrderDetails bought(Instance instance) {
        return Objects.requireNonNull(instance.spec().bought(), "nothing is known to be bought")
                .value();
    }

    /** Until when it is paid for; an error when nobody knows. */
    public static Instant expiry(Instance instance) {
        return Objects.requireNonNull(instance.spec().expiry(), "no end is known")
                .value();
    }

    /** The instance that this fact makes of it; an error when it makes none. */
    public static Instance after(@Nullable Instance current, Event<? extends InstanceFact> fact) {
        return Decisions.decide(current, fact) instanceof Outcome.Applied<Instance>(var next)
                ? next
                : fail(current, fact);
    }

    private static Instance fail(@Nullable Instance current, Event<?> fact) {
        throw new AssertionError("%s does not apply to %s".formatted(fact, current));
    }
}
