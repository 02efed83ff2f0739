package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was bought, from its order to its tombstone.
 *
 * @param order the one that it was bought by
 * @param orderedAt signed time of the purchase
 * @param access how the marketplace takes access data; absent in documents from before there were editions
 * @param delivery how its licences reach the buyer; absent for what is no licence, and where no call told it yet: imported
 */
public record Instance(
        String id,
        InstanceKind kind,
        OrderKey order,
        Instant orderedAt,
        Spec spec,
        Status status,
        Memory memory,
        @Nullable AccessForm access,
        @Nullable LicenseDelivery delivery) {

    static Instance ordered(Event<InstancePurchased> purchase) {
        var data = purchase.data();
        return new Instance(
                purchase.subject(),
                data.kind(),
                data.order(),
                purchase.asOf(),
                Spec.ordered(purchase),
                Status.NOTHING_SEEN,
                Memory.EMPTY.with(purchase),
                data.access(),
                delivery(data));
    }

    private static @Nullable LicenseDelivery delivery(InstancePurchased purchase) {
        return purchase.kind() == InstanceKind.LICENSE
                ? Objects.requireNonNullElse(purchase.delivery(), LicenseDelivery.ON_APPLICATION)
                : null;
    }

    /** What it is paid by. */
    public PaidOrders paid() {
        var bought = spec.bought();
        return Objects.requireNonNullElseGet(
                spec.paid(),
                () -> PaidOrders.of(
                        order,
                        orderedAt,
                        bought == null ? null : new Sale(bought.value().product())));
    }

    /** A licence that nobody made here: its purchase, which has not come yet, says how it would reach the buyer. */
    boolean awaitsItsCall() {
        return kind == InstanceKind.LICENSE && delivery == null;
    }

    Instance called(Event<InstancePurchased> purchase) {
        return new Instance(
                id, kind, order, orderedAt, spec, status, memory.with(purchase), access, delivery(purchase.data()));
    }

    public AccessForm accessForm() {
        return access == null ? AccessForm.PLAIN : access;
    }

    public long generation() {
        return spec.generation();
    }

    public Phase phase() {
        return Stage.of(this).phase();
    }

    /** It has been made real at least once. */
    public boolean ready() {
        return status.observed() != null;
    }

    /** What is wanted now was made real, or refused for good. */
    public boolean reconciled() {
        return status.observedGeneration() == spec.generation();
    }

    /** Nothing is left to do. */
    public boolean settled() {
        return reconciled() && spec.lookUps().isEmpty();
    }

    /** It was imported, and nothing happened to it since. */
    public boolean onlyImported() {
        return memory.equals(Memory.IMPORTED);
    }

    /** Nobody can use it before an address is known, unless it is to go anyway. */
    public boolean needsAccess() {
        return status.access() == null && spec.wanted().value() != WantedState.RELEASED;
    }

    /** What the marketplace wants is real. */
    public Instance madeReal(@Nullable Access access) {
        return with(status.madeReal(spec.generation(), spec.wanted().value(), access));
    }

    /** What the marketplace wants was refused for good. */
    public Instance refused(Failure why) {
        return with(status.refused(spec.generation(), why));
    }

    boolean remembers(String factId) {
        return memory.holds(factId);
    }

    /**
     * What the marketplace wants from now on. Where the same had been refused for good, it is wanted anew: otherwise the
     * refusal would be forgotten, and the wish with it.
     */
    Instance with(Spec next, Event<? extends InstanceFact> because) {
        var anew = status.failure() != null || !next.asksForTheSameAs(spec);
        return new Instance(
                id,
                kind,
                order,
                orderedAt,
                anew ? next.again() : next,
                status.withoutFailure(),
                memory.with(because),
                access,
                delivery);
    }

    /** The same wish once more, as if it had just been made. */
    Instance triedAgain() {
        return new Instance(
                id, kind, order, orderedAt, spec.again(), status.withoutFailure(), memory, access, delivery);
    }

    private Instance with(Status next) {
        return new Instance(id, kind, order, orderedAt, spec, next, memory.withReality(), access, delivery);
    }
}
