package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance that was sold before the suite was there, as its seller describes it. A command and no fact: the marketplace
 * never said it, so whatever the marketplace says counts against it.
 *
 * @param instanceId the seller's own, which the marketplace knows already
 * @param order the one that it was bought by
 * @param bought all that is known; nobody asks the marketplace about it
 * @param access present unless it was released, or is a licence
 * @param accessForm of the edition whose calls ask for the access data
 * @param importedAt when the instance is first imported, instead of the time of its order, which nobody knows
 */
public record Imported(
        String instanceId,
        InstanceKind kind,
        OrderKey order,
        OrderDetails bought,
        WantedState wanted,
        @Nullable Access access,
        AccessForm accessForm,
        Instant importedAt) {

    /** Older than every call: none is late, and each one counts against what was imported. */
    private static final Instant OLDER_THAN_ANY_CALL = Instant.EPOCH;

    private static final long FIRST_GENERATION = 1;

    /** Known, settled and ready: nobody is asked, and nothing is made. */
    Instance anew() {
        return instance(spec(FIRST_GENERATION), importedAt);
    }

    /** What the seller says now of an instance on which nothing happened since; a new generation where it differs. */
    Instance over(Instance before) {
        var same = spec(before.generation());
        return instance(same.asksForTheSameAs(before.spec()) ? same : same.again(), before.orderedAt());
    }

    private Instance instance(Spec spec, Instant orderedAt) {
        return new Instance(
                instanceId,
                kind,
                order,
                orderedAt,
                spec,
                Status.NOTHING_SEEN.madeReal(spec.generation(), wanted, access),
                Memory.IMPORTED,
                accessForm,
                null);
    }

    private Spec spec(long generation) {
        var expiresAt = bought.expiresAt();
        return new Spec(
                generation,
                new Part<>(wanted, OLDER_THAN_ANY_CALL),
                new Part<>(bought, OLDER_THAN_ANY_CALL),
                expiresAt == null ? null : new Part<>(expiresAt, OLDER_THAN_ANY_CALL),
                List.of(),
                PaidOrders.of(order, OLDER_THAN_ANY_CALL, new Sale(bought.product())));
    }
}
