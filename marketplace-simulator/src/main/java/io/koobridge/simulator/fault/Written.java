package io.koobridge.simulator.fault;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A body: the bytes that are signed and the bytes that are sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Written(byte[] signed, byte[] sent) {
    static final JsonMapper JSON = new JsonMapper();

    /** As KooGallery writes it: compact, UTF-8, top-level members in ascending order (saas-v2 §7.4). */
    public static Written honestly(Map<String, Object> members) {
        byte[] bytes = JSON.writeValueAsBytes(new TreeMap<>(members));
        return new Written(bytes, bytes);
    }
}
