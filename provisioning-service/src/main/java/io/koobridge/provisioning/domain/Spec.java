package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace wants.
 *
 * @param generation rises with every change of what the provisioner is asked for; the fencing number of every outside call
 * @param bought unset until the order is known
 * @param expiry information only: nothing is frozen by a timer
 * @param lookUps orders that were named and are not known yet, oldest first
 * @param paid by which orders, and what each sold; absent in documents from before there were licences: by its purchase
 */
public record Spec(
        long generation,
        Part<WantedState> wanted,
        @Nullable Part<OrderDetails> bought,
        @Nullable Part<Instant> expiry,
        List<LookUp> lookUps,
        @Nullable PaidOrders paid) {

    /**
     * Whoever names more orders than that without one being known has a problem that a further one does not change; the oldest
     * goes, but never the purchase, without which nothing can be made.
     */
    private static final int LOOK_UPS = 16;

    public Spec {
        lookUps = List.copyOf(lookUps);
    }

    /**
     * As the call tells it. An order is asked about where the call told nothing (saas-v2 §3.1), or not how it is paid, which
     * decides what the marketplace wants to hear of it (saas-v1 §10, A26), or where a licence is to be made of it, and not until
     * when (license §7).
     */
    static Spec ordered(Event<InstancePurchased> purchase) {
        var told = purchase.data().bought();
        var asOf = purchase.asOf();
        return new Spec(
                1,
                new Part<>(WantedState.ACTIVE, asOf),
                told == null ? null : new Part<>(told, asOf),
                told == null || told.expiresAt() == null ? null : new Part<>(told.expiresAt(), asOf),
                tellsAll(purchase.data()) ? List.of() : List.of(LookUp.forPurchase(purchase)),
                PaidOrders.of(purchase.data().order(), asOf, told == null ? null : new Sale(told.product())));
    }

    private static boolean tellsAll(InstancePurchased purchase) {
        var told = purchase.bought();
        return told != null
                && told.chargingMode() != null
                && (purchase.delivery() != LicenseDelivery.WITH_PURCHASE
                        || told.chargingMode() != ChargingMode.PERIOD
                        || told.expiresAt() != null);
    }

    /** Whether what is needed to make anything at all is still to be learned. */
    public boolean mustBeKnownFirst() {
        return bought == null || lookUps.stream().anyMatch(LookUp::mustBeKnownFirst);
    }

    Spec withWanted(Part<WantedState> next) {
        return new Spec(generation, next, bought, expiry, lookUps, paid);
    }

    Spec withExpiry(Part<Instant> next) {
        return new Spec(generation, wanted, bought, next, lookUps, paid);
    }

    Spec withBought(Part<OrderDetails> next) {
        return new Spec(generation, wanted, next, expiry, lookUps, paid);
    }

    Spec withPaid(PaidOrders next) {
        return new Spec(generation, wanted, bought, expiry, lookUps, next);
    }

    Spec withLookUp(LookUp next) {
        var all = new ArrayList<>(lookUps);
        all.add(next);
        if (all.size() > LOOK_UPS) {
            all.remove(all.getFirst().cause().purpose() == LookUp.Purpose.PURCHASE ? 1 : 0);
        }
        return new Spec(generation, wanted, bought, expiry, all, paid);
    }

    /** When the order was named that counts for what is bought, or will count once it is known. */
    Optional<Instant> orderNamedAt() {
        var asked = lookUps.stream().filter(LookUp::teaches).map(lookUp -> lookUp.cause()
                .asOf());
        var known = Optional.ofNullable(bought).map(Part::asOf).stream();
        return Stream.concat(asked, known).max(Comparator.naturalOrder());
    }

    /** What was learned answers the look-up that it came from, and no later one about the same order. */
    Spec answeredBy(Event<OrderLearned> learned) {
        var left = lookUps.stream()
                .filter(lookUp -> !lookUp.learnedId().equals(learned.id()))
                .toList();
        return new Spec(generation, wanted, bought, expiry, left, paid);
    }

    Spec withoutLookUps() {
        return new Spec(generation, wanted, bought, expiry, List.of(), paid);
    }

    /** The same wish once more, as if it had just been made. */
    Spec again() {
        return new Spec(generation + 1, wanted, bought, expiry, lookUps, paid);
    }

    /** Whether the provisioner would be asked for the same. */
    boolean asksForTheSameAs(Spec other) {
        return wanted.value() == other.wanted.value()
                && Objects.equals(value(bought), value(other.bought))
                && Objects.equals(value(expiry), value(other.expiry));
    }

    private static <T> @Nullable T value(@Nullable Part<T> part) {
        return part == null ? null : part.value();
    }
}
