package io.koobridge.simulator.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To ask for the information of this instance.
 *
 * @param instanceIds and of these; 99 at most
 */
public record QueryWish(@Nullable List<String> instanceIds) implements Wish {

    @Override
    public Step step(Counter counter) {
        List<String> others = instanceIds == null ? List.of() : List.copyOf(instanceIds);
        if (others.size() >= Query.IDS_PER_CALL) {
            throw new IllegalArgumentException("at most 99 instanceIds beside the own one");
        }
        if (others.stream().anyMatch(id -> id.isBlank() || id.length() > 64 || id.contains(","))) {
            throw new IllegalArgumentException("an instance id has 1 to 64 characters and no comma");
        }
        return new Query(others);
    }
}
