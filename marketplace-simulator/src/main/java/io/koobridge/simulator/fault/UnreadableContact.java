package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Contact fields that no key opens: never a reason to fail a purchase (saas-v1 §7.5). */
public record UnreadableContact() implements Fault.OfMembers {

    @Override
    public String name() {
        return "UNREADABLE_CONTACT";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Map<String, Object> members(Map<String, Object> honest) {
        Map<String, Object> members = new LinkedHashMap<>(honest);
        if ("newInstance".equals(members.get("activity"))) {
            members.put("mobilePhone", "d2qAXPEcvYz0JiFVAAAAAAAAAAAAAAAAAAAAAA==");
            members.put("email", "not a ciphertext");
        }
        return members;
    }
}
