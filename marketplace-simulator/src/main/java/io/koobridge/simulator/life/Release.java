package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code releaseInstance} (saas-v2 §6.2).
 *
 * @param named the order that the call names; null after an expiry
 * @param orderIdInV1 whether V1 names the order of the subscription, which the document's own example does not
 * @param order the unsubscription order that this step made; null when it made none
 */
public record Release(@Nullable Order named, @Nullable Order order, boolean orderIdInV1) implements Step {

    Release(@Nullable Order named, @Nullable Order order) {
        this(named, order, true);
    }

    @Override
    public Kind kind() {
        return Kind.RELEASE;
    }

    @Override
    public String activity() {
        return "releaseInstance";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("activity", activity());
        members.put("instanceId", naming.instanceId());
        if (named != null) {
            members.put("orderId", named.orderId());
            members.put("orderLineId", named.orderLineId());
        }
        return members;
    }

    @Override
    public Belief believed(Belief before, Told told) {
        return before.wanting(Belief.Wanted.RELEASED, told.asOf());
    }
}
