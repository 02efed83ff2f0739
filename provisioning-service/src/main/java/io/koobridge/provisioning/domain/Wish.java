package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole wanted state of an instance, as a provisioner gets it; never a difference, for the call before may have been
 * applied or not.
 *
 * @param change what the suite believes is new; a hint, never the only place where something is said
 * @param generation the fencing number
 * @param access what the answer's access data must look like
 */
public record Wish(
        String instanceId,
        long generation,
        Change change,
        WantedState wanted,
        OrderKey order,
        @Nullable OrderDetails bought,
        @Nullable Instant expiresAt,
        AccessForm access) {

    /** What is different from what was last made real. */
    public enum Change {
        CREATE,
        UPDATE,
        FREEZE,
        UNFREEZE,
        RELEASE
    }

    public static Wish of(Instance instance) {
        var spec = instance.spec();
        return new Wish(
                instance.id(),
                spec.generation(),
                change(instance.status().observed(), spec.wanted().value()),
                spec.wanted().value(),
                instance.order(),
                Optional.ofNullable(spec.bought()).map(Part::value).orElse(null),
                Optional.ofNullable(spec.expiry()).map(Part::value).orElse(null),
                instance.accessForm());
    }

    private static Change change(@Nullable WantedState observed, WantedState wanted) {
        if (wanted == WantedState.RELEASED) {
            return Change.RELEASE;
        }
        if (observed == null) {
            return Change.CREATE;
        }
        if (observed == wanted) {
            return Change.UPDATE;
        }
        return wanted == WantedState.FROZEN ? Change.FREEZE : Change.UNFREEZE;
    }
}
