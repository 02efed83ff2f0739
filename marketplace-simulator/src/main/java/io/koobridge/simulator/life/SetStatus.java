package io.koobridge.simulator.life;

import java.util.Map;

/** {@code updateInstanceStatus} (saas-v2 §6.1). */
public record SetStatus(boolean frozen) implements Step {

    @Override
    public Kind kind() {
        return frozen ? Kind.FREEZE : Kind.UNFREEZE;
    }

    @Override
    public String activity() {
        return "updateInstanceStatus";
    }

    @Override
    public String activityInV1() {
        return "instanceStatus";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of("activity", activity(), "instanceId", naming.instanceId(), "status", kind().name());
    }

    @Override
    public Belief believed(Belief before, Told told) {
        return before.wanting(frozen ? Belief.Wanted.FROZEN : Belief.Wanted.ACTIVE, told.asOf());
    }
}
