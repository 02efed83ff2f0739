package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was bought, from its order to its tombstone.
 *
 * @param orderedAt signed time of the purchase; what the order query teaches is as old as this
 * @param recentFacts ids of the last facts that changed it, newest first
 */
public record Instance(
        String id,
        InstanceKind kind,
        OrderKey order,
        Instant orderedAt,
        Spec spec,
        Status status,
        List<String> recentFacts) {

    private static final int FACTS_REMEMBERED = 16;

    static Instance ordered(Event<InstancePurchased> purchase) {
        var data = purchase.data();
        var wanted = new Part<>(WantedState.ACTIVE, purchase.asOf());
        return new Instance(
                purchase.subject(),
                data.kind(),
                data.order(),
                purchase.asOf(),
                new Spec(1, wanted, null, null),
                Status.NOTHING_SEEN,
                List.of(purchase.id()));
    }

    public long generation() {
        return spec.generation();
    }

    /** Release counts from the moment that it is wanted: nobody may use, renew or freeze it any more. */
    public Phase phase() {
        if (spec.wanted().value() == WantedState.RELEASED) {
            return Phase.RELEASED;
        }
        if (!ready()) {
            return status.failure() == null ? Phase.PROVISIONING : Phase.FAILED;
        }
        return spec.wanted().value() == WantedState.FROZEN ? Phase.FROZEN : Phase.ACTIVE;
    }

    /** It has been made real at least once. */
    public boolean ready() {
        return status.observed() != null;
    }

    /** Nothing is left to do for what is wanted now. */
    public boolean settled() {
        return status.observedGeneration() == spec.generation();
    }

    /** What the marketplace wants is real. */
    public Instance madeReal(@Nullable Access access) {
        return with(spec, status.madeReal(spec.generation(), spec.wanted().value(), access));
    }

    /** What the marketplace wants was refused for good. */
    public Instance refused(Failure why) {
        return with(spec, status.refused(spec.generation(), why));
    }

    boolean remembers(String factId) {
        return recentFacts.contains(factId);
    }

    /**
     * What the marketplace wants from now on. Where the same had been refused for good, it is wanted anew: otherwise the
     * refusal would be forgotten, and the wish with it.
     */
    Instance with(Spec next, Event<?> because) {
        var repeated = status.failure() != null && next.generation() == spec.generation();
        var facts = Stream.concat(Stream.of(because.id()), recentFacts.stream())
                .limit(FACTS_REMEMBERED)
                .toList();
        return new Instance(id, kind, order, orderedAt, repeated ? next.again() : next, status.withoutFailure(), facts);
    }

    /** The same wish once more, as if it had just been made. */
    Instance triedAgain() {
        return with(spec.again(), status.withoutFailure());
    }

    private Instance with(Spec nextSpec, Status nextStatus) {
        return new Instance(id, kind, order, orderedAt, nextSpec, nextStatus, recentFacts);
    }
}
