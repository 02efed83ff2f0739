package io.koobridge.simulator.calling;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A request body as KooGallery writes it: compact, UTF-8, members in ascending order (saas-v2 §7.4). */
final class Body {
    private static final JsonMapper JSON = new JsonMapper();

    private Body() {}

    static byte[] of(Map<String, String> members) {
        return JSON.writeValueAsBytes(new TreeMap<>(members));
    }
}
