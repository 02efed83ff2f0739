package io.koobridge.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Line breaks, descending members, a null member; signed over the canonical form (saas-v2 §7.4, vector D). */
public record NotCanonical() implements Fault.OfWriting {
    @Override
    public String name() {
        return "NOT_CANONICAL";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Written written(Map<String, Object> members) {
        Map<String, Object> descending = new TreeMap<>(Comparator.reverseOrder());
        descending.putAll(members);
        StringJoiner lines = new StringJoiner(",\n", "{\n", "\n}");
        descending.forEach((name, value) -> lines.add(
                "  " + Written.JSON.writeValueAsString(name) + ": " + Written.JSON.writeValueAsString(value)));
        lines.add("  \"extendParams\": null");
        return new Written(Written.honestly(members).signed(), lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
