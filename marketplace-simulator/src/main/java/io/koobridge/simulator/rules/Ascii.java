package io.koobridge.simulator.rules;

import java.util.Objects;
import java.util.stream.Stream;
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
        return Stream.concat(
                        value.properties().stream().map(member -> violation(member.getKey(), member.getValue())),
                        value.isArray()
                                ? value.values().stream().map(element -> violation(name, element))
                                : Stream.<@Nullable String>empty())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
