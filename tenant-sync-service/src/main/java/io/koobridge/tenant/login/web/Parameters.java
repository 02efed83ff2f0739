package io.koobridge.tenant.login.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Parameters as they are meant: each once, none endless. An empty one is none. */
record Parameters(Map<String, String> values) {

    static final int LONGEST = 2_048;
    private static final int MOST = 20;

    Parameters {
        values = Map.copyOf(values);
    }

    /** Empty when what came is not meant to be understood. */
    static Optional<Parameters> of(MultiValueMap<String, String> all) {
        if (all.size() > MOST) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var each : all.entrySet()) {
            var given = each.getValue();
            if (given.size() != 1) {
                return Optional.empty();
            }
            var value = given.getFirst();
            if (value != null && value.length() > LONGEST) {
                return Optional.empty();
            }
            if (value != null && !value.isBlank()) {
                values.put(each.getKey(), value);
            }
        }
        return Optional.of(new Parameters(values));
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** One of them is a code. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
