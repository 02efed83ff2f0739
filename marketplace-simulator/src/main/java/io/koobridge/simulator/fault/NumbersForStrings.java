package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers where the tables say string (saas-v2 §1.14). */
public record NumbersForStrings() implements Fault.OfMembers {
    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{0,17}");

    @Override
    public String name() {
        return "NUMBERS_FOR_STRINGS";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Map<String, Object> members(Map<String, Object> honest) {
        Map<String, Object> members = new LinkedHashMap<>(honest);
        members.replaceAll((name, value) ->
                value instanceof String text && DIGITS.matcher(text).matches() ? (Object) Long.valueOf(text) : value);
        members.computeIfPresent("businessId", (name, value) -> Integer.toUnsignedLong(value.hashCode()));
        // A real request has no testFlag; the number 0 says the same.
        members.putIfAbsent("testFlag", 0);
        return members;
    }
}
