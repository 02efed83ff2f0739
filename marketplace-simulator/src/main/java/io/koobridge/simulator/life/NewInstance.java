package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import io.koobridge.simulator.market.Site;
import java.util.Map;

/**
 * {@code newInstance} (saas-v2 §3), or {@code getLicense} (license §7): the first step of what the seller delivers.
 *
 * @param refund what becomes of the money when it stays without success
 */
public record NewInstance(Order order, Refund refund) implements Step {

    public enum Refund {
        AT_THE_END,
        /** People have another hour to restart it (license §2.4). */
        AN_HOUR_LATER,
        /** The order stays at "seller delivers licence" (license §2.4). */
        NEVER
    }

    NewInstance(Order order) {
        this(order, Refund.AT_THE_END);
    }

    static NewInstance of(Order order, Listing listing) {
        return new NewInstance(
                order,
                switch (listing.generation()) {
                    case LICENSE -> Refund.AN_HOUR_LATER;
                    case LICENSE_V1 -> Refund.NEVER;
                    case SAAS_V2, SAAS_V1, LICENSE_CODE -> Refund.AT_THE_END;
                });
    }

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
        return refund == Refund.AT_THE_END;
    }
}
