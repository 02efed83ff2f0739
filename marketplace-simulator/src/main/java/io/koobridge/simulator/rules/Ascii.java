package io.koobridge.simulator.rules;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Apart from the memo no value of an answer of V1 may hold characters beyond ASCII (saas-v1 §1.2). */
final class Ascii {
    private Ascii() {}

    static @Nullable String violation(Reading.Read read) {
        return violation("", read.body());
    }

    private static @Nullable String violation(String name, JsonNode value) {
        if (value.isString()) {
            boolean foreign = value.stringValue().chars().anyMatch(c -> c > 127);
            return foreign && !name.equals("memo") ? name + " has characters beyond ASCII" : null;
        }
        for (var member : value.properties()) {
            var violation = violation(member.getKey(), member.getValue());
            if (violation != null) {
                return violation;
            }
        }
        if (value.isArray()) {
            for (var element : value) {
                var violation = violation(name, element);
                if (violation != null) {
                    return violation;
                }
            }
        }
        return null;
    }
}
