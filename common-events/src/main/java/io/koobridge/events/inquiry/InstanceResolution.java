package io.koobridge.events.inquiry;

import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/instances:resolve}: which instance an order already has. Asking changes nothing.
 *
 * @param instanceId absent when the order is not known yet; may differ from the derived one, where an imported instance
 *     owns the order
 * @param phase absent exactly when {@code instanceId} is
 * @param ready the buyer can use it or could, had it not been frozen
 * @param failure present when provisioning was refused for good
 */
public record InstanceResolution(
        @Nullable String instanceId,
        @Nullable Phase phase,
        boolean ready,
        @Nullable FailureReason failure) {

    /** No instance has the order yet. */
    public static final InstanceResolution UNKNOWN = new InstanceResolution(null, null, false, null);

    public InstanceResolution {
        if ((instanceId == null) != (phase == null)) {
            throw new IllegalArgumentException("instanceId and phase are both there or both absent");
        }
    }

    /** The question. */
    public record Question(InstanceKind kind, OrderKey order) {}
}
