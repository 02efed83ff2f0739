package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import io.koobridge.simulator.market.Site;
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
    public RetryPlan plan(Listing listing) {
        return listing.isV1() && listing.site() == Site.INTL ? RetryPlan.SIXTY_IN_THREE_HOURS : plan();
    }

    @Override
    public boolean refundedInTheEnd() {
        return true;
    }
}
