package io.koobridge.simulator.life;

import io.koobridge.simulator.market.RetryPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code queryInstance} on its own, of up to a hundred instances (saas-v2 §4, saas-v1 §3.7). In V1 "resource details" are another call.
 *
 * @param others instance ids that are asked for as well
 */
public record Query(List<String> others) implements Step {
    public static final int IDS_PER_CALL = 100;

    @Override
    public Kind kind() {
        return Kind.QUERY;
    }

    @Override
    public String activity() {
        return "queryInstance";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of("activity", activity(), "instanceId", ids(naming.instanceId()));
    }

    public String ids(String own) {
        return Stream.concat(Stream.of(own), others.stream()).collect(Collectors.joining(","));
    }

    @Override
    public RetryPlan plan() {
        return RetryPlan.ONCE;
    }
}
