package io.koobridge.simulator.life;

import io.koobridge.simulator.market.RetryPlan;
import java.util.Map;

/** {@code queryInstance} because a buyer opened "resource details" (saas-v2 §2.3): asked once, somebody waits. */
public record Details() implements Step {

    @Override
    public Kind kind() {
        return Kind.DETAILS;
    }

    @Override
    public String activity() {
        return "queryInstance";
    }

    /** V1 keeps no application data: it asks as if it bought again (saas-v1 §1.5). */
    @Override
    public String activityInV1() {
        return "newInstance";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of("activity", activity(), "instanceId", naming.instanceId());
    }

    @Override
    public RetryPlan plan() {
        return RetryPlan.ONCE;
    }
}
