package io.koobridge.events.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance as other services and the seller's own systems may see it; published on {@code koobridge.state.instances}
 * after each reconcile. Receivers ignore a version lower than one they have seen.
 *
 * @param version rises with every write of the instance
 * @param generation rises with every change of what the marketplace wants
 * @param observedGeneration the generation that was last made real, or refused for good: then {@code failure} says so
 * @param failure present when what is wanted was refused for good; reality is then still what it was before
 * @param inForce absent in snapshots from before there were licences: the order that it was bought by
 * @param delivery present for licences
 */
public record InstanceSnapshot(
        String instanceId,
        InstanceKind kind,
        Phase phase,
        OrderKey order,
        @Nullable OrderDetails bought,
        @Nullable Instant expiresAt,
        @Nullable FailureReason failure,
        long version,
        long generation,
        long observedGeneration,
        @Nullable OrderInForce inForce,
        @Nullable LicenseDelivery delivery) {

    /** As it was written before there were licences. */
    public InstanceSnapshot(
            String instanceId,
            InstanceKind kind,
            Phase phase,
            OrderKey order,
            @Nullable OrderDetails bought,
            @Nullable Instant expiresAt,
            @Nullable FailureReason failure,
            long version,
            long generation,
            long observedGeneration) {
        this(
                instanceId,
                kind,
                phase,
                order,
                bought,
                expiresAt,
                failure,
                version,
                generation,
                observedGeneration,
                null,
                null);
    }
}
