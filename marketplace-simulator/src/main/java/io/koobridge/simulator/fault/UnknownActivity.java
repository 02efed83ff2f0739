package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** An activity that this edition does not have, rightly signed (saas-v2 §6.7). */
public record UnknownActivity(String activity) implements Fault.OfMembers {

    public UnknownActivity {
        activity = Limits.orElse(activity, "explodeInstance");
        if (activity.length() > 200) {
            throw new IllegalArgumentException("activity must have at most 200 characters");
        }
    }

    @Override
    public String name() {
        return "UNKNOWN_ACTIVITY";
    }

    @Override
    public Expected expected() {
        return Expected.parameterRefused();
    }

    @Override
    public Map<String, Object> members(Map<String, Object> honest) {
        Map<String, Object> members = new LinkedHashMap<>(honest);
        members.put("activity", activity);
        return members;
    }
}
