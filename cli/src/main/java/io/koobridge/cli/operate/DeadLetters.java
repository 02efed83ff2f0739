package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The dead letters of one service, over its internal port. */
record DeadLetters(InternalApi api) {

    private static final String PATH = "/internal/dead-letters";
    private static final int PAGE = 200;
    /** A list that is narrowed may have many pages without a match. */
    private static final int PAGES_AT_MOST = 50;

    /**
     * Part of what there is.
     *
     * @param more whether older ones were not asked for any more
     */
    record Found(List<JsonNode> letters, boolean more) {}

    /** Newest first. */
    Found list(@Nullable String reason, @Nullable String state, int limit) {
        var found = new ArrayList<JsonNode>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES_AT_MOST; page++) {
            var query = new LinkedHashMap<String, String>();
            query.put("limit", Integer.toString(Math.min(PAGE, limit - found.size())));
            put(query, "reason", reason);
            put(query, "state", state);
            after.ifPresent(id -> query.put("after", id));
            var answer = api.get(PATH, query);
            answer.path("deadLetters").forEach(found::add);
            after = Optional.of(answer.path("next").asString("")).filter(id -> !id.isEmpty());
            if (after.isEmpty() || found.size() >= limit) {
                break;
            }
        }
        return new Found(found, after.isPresent());
    }

    JsonNode show(String id) {
        return api.get(PATH + '/' + InternalApi.encoded(id), Map.of());
    }

    /** @param action {@code preview}, {@code replay} or {@code park} */
    JsonNode act(String id, String action, Map<String, ?> body) {
        return api.post("%s/%s:%s".formatted(PATH, InternalApi.encoded(id), action), body);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
