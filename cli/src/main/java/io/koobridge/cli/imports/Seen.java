package io.koobridge.cli.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What earlier lines of the file said: each instance once, each order for one instance. In a dry run the service cannot know
 * what an earlier request would have claimed; the names themselves are the service's.
 */
final class Seen {

    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, Long> orders = new HashMap<>();

    /** The line that had the instance before; absent when this is the first. */
    @Nullable Long before(Line.Row row) {
        var id = row.instanceId();
        return id == null ? null : ids.putIfAbsent(id, row.number());
    }

    /** The earlier line that would have claimed one of the orders; absent when there is none. */
    @Nullable Long claimedBefore(long number, JsonNode claimed) {
        for (var order : claimed) {
            var earlier = orders.putIfAbsent(order.asString(), number);
            if (earlier != null) {
                return earlier;
            }
        }
        return null;
    }
}
