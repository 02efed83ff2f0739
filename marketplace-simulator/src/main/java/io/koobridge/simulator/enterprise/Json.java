package io.koobridge.simulator.enterprise;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of the kit as text (tenant-sync §3.1). Jackson writes as the published sample does: no blanks, UTF-8 and slashes as they are. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The payload that is signed: sorted at the top, without what is null there. */
    static String payload(Map<String, Object> body) {
        Map<String, Object> sorted = new TreeMap<>(body);
        sorted.values().removeIf(value -> value instanceof JsonNode node && node.isNull());
        return text(sorted);
    }

    static String payloadWithNulls(Map<String, Object> body) {
        return text(new TreeMap<>(body));
    }

    /** Objects within are sorted too. */
    static String payloadSortedWithin(Map<String, Object> body) {
        return payload(sortedWithin(MAPPER.valueToTree(body)));
    }

    private static Map<String, Object> sortedWithin(ObjectNode object) {
        Map<String, Object> sorted = new TreeMap<>();
        object.properties().forEach(member -> sorted.put(member.getKey(), sortedWithin(member.getValue())));
        return sorted;
    }

    private static Object sortedWithin(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return sortedWithin(object);
        }
        return value.isArray() ? value.valueStream().map(Json::sortedWithin).toList() : value;
    }

    /** Every value as V1 signs it: text as it is, everything else as it is written. */
    static Map<String, String> parameters(Map<String, Object> body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        body.forEach((name, value) -> parameters.put(name, parameter(value)));
        return parameters;
    }

    private static String parameter(Object value) {
        return switch (value) {
            case JsonNode node when node.isNull() -> "";
            case JsonNode node when node.isString() -> node.stringValue();
            case Collection<?> list -> text(list);
            case Map<?, ?> object -> text(object);
            default -> value.toString();
        };
    }
}
