package io.koobridge.simulator.openapi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The armed faults of all open APIs. */
public final class ApiFaultBoard {
    private final Map<ApiName, ApiFaults> all = new EnumMap<>(ApiName.class);

    public ApiFaultBoard() {
        for (ApiName name : ApiName.values()) {
            all.put(name, new ApiFaults());
        }
    }

    public ApiFaults of(ApiName name) {
        return Objects.requireNonNull(all.get(name));
    }

    public void clear() {
        all.values().forEach(ApiFaults::clear);
    }
}
