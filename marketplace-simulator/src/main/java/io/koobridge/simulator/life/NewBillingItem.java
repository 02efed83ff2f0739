package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.RetryPlan;
import java.util.Map;

/** {@code newInstance} for another product of a pay-per-use order: V1 calls once for each, and each is an instance of its own (saas-v1 §3.1). */
public record NewBillingItem(Product product) implements Step {

    @Override
    public Kind kind() {
        return Kind.NEW_BILLING_ITEM;
    }

    @Override
    public String activity() {
        return "newInstance";
    }

    /** V2 has one call for the whole order line; a product that moved on says nothing new with it. */
    @Override
    public Map<String, Object> members(Naming naming) {
        throw new NotNow("V2 has no call for a single billing item");
    }

    @Override
    public RetryPlan plan() {
        return RetryPlan.DOCUMENTED;
    }
}
