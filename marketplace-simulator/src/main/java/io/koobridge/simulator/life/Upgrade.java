package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import java.util.Map;

/** {@code upgradeInstance} (saas-v2 §6.5); the seller learns the product from the order. */
public record Upgrade(Order order) implements Step {

    @Override
    public Kind kind() {
        return Kind.UPGRADE;
    }

    @Override
    public String activity() {
        return "upgradeInstance";
    }

    @Override
    public String activityInV1() {
        return "upgrade";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of(
                "activity",
                activity(),
                "instanceId",
                naming.instanceId(),
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

    @Override
    public Books booked(Books before) {
        return before.with(order.product());
    }

    @Override
    public Belief believed(Belief before, Told told) {
        return before.having(order.product(), told.asOf());
    }
}
