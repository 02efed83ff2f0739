package io.koobridge.simulator.enterprise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults that change what a body of the kit says, before it is signed. */
final class BodyFaults {
    private static final List<String> LISTS = List.of("userList", "orgInfo", "orgInfoList");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("\"(orgCode|name|parentCode)\":");

    private BodyFaults() {}

    /** Null: this fault is impossible with this call. */
    static @Nullable Map<String, Object> changed(KitFault fault, Map<String, Object> honest) {
        Map<String, Object> body = new LinkedHashMap<>(honest);
        String list = LISTS.stream().filter(body::containsKey).findFirst().orElse(null);
        switch (fault) {
            case BAD_FLAG -> {
                if (body.replace("flag", 9) == null) {
                    return null;
                }
            }
            case NUMBERS_AS_STRINGS ->
                body.replaceAll((name, value) -> value instanceof Integer number ? String.valueOf(number) : value);
            case UNKNOWN_MEMBERS -> body.put("addedLater", Map.of("since", "2027"));
            case BAD_ROW, LIST_OTHERWISE, SINGLE_OBJECT, UNQUOTED_NAMES -> {
                if (list == null || !rewritten(fault, body, list)) {
                    return null;
                }
            }
            default -> {}
        }
        return body;
    }

    private static boolean rewritten(KitFault fault, Map<String, Object> body, String list) {
        boolean text = body.get(list) instanceof String;
        JsonNode rows = text ? MAPPER.readTree(String.valueOf(body.get(list))) : MAPPER.valueToTree(body.get(list));
        Object changed =
                switch (fault) {
                    case BAD_ROW -> inForm(text, withBadRow((ArrayNode) rows, list));
                    case LIST_OTHERWISE -> inForm(!text, rows);
                    case SINGLE_OBJECT -> rows.size() == 1 ? inForm(text, rows.get(0)) : null;
                    case UNQUOTED_NAMES ->
                        list.equals("orgInfo") ? NAME.matcher(rows.toString()).replaceAll("$1:") : null;
                    default -> throw new IllegalArgumentException(fault + " is no fault of a list");
                };
        return changed != null && body.replace(list, changed) != null;
    }

    private static Object inForm(boolean text, JsonNode rows) {
        return text ? rows.toString() : rows;
    }

    private static ArrayNode withBadRow(ArrayNode rows, String list) {
        List<JsonNode> all = new ArrayList<>(rows.values());
        ObjectNode bad = (ObjectNode) all.getFirst().deepCopy();
        bad.remove(list.equals("userList") ? "userName" : "orgCode");
        all.add(1, bad);
        return MAPPER.createArrayNode().addAll(all);
    }
}
