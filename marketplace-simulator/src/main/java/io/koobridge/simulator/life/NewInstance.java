package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import java.util.Map;

/** {@code newInstance} (saas-v2 §3): always the first step. */
public record NewInstance(Order order) implements Step {

    @Override
    public Kind kind() {
        return Kind.NEW_INSTANCE;
    }

    @Override
    public String activity() {
        return "newInstance";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of(
                "activity",
                activity(),
                "businessId",
                naming.businessId(),
                "orderId",
                order.orderId(),
                "orderLineId",
                order.orderLineId());
    }

    @Override
    public RetryPlan plan() {
        return RetryPlan.DOCUMENTED;
    }

    @Override
    public boolean refundedInTheEnd() {
        return true;
    }
}
