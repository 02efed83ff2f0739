package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters that nobody knows, rightly signed: the tables changed over time (saas-v1 §1.3). */
public record ExtraParameters() implements Fault.OfMembers {

    @Override
    public String name() {
        return "EXTRA_PARAMETERS";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Map<String, Object> members(Map<String, Object> honest) {
        Map<String, Object> members = new LinkedHashMap<>(honest);
        members.put("Zukunft", "ä & +");
        members.put("futureText", "a=b c");
        members.put("futureEmpty", "");
        return members;
    }
}
