package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members nobody knows: the marketplace adds some over time (saas-v2 §1.15). */
public record UnknownMembers() implements Fault.OfMembers {
    @Override
    public String name() {
        return "UNKNOWN_MEMBERS";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Map<String, Object> members(Map<String, Object> honest) {
        Map<String, Object> members = new LinkedHashMap<>(honest);
        members.put("futureText", "实例 & <new>");
        members.put("futureList", List.of(1, "two", List.of()));
        members.put("futureObject", Map.of("activity", "releaseInstance"));
        members.put("futureFlag", true);
        return members;
    }
}
