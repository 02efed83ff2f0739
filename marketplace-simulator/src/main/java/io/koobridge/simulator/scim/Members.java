package io.koobridge.simulator.scim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who belongs to a group. Kept by id and apart from its other attributes, so that one who comes to ten thousand costs as much as the first. */
final class Members {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> displays;

    Members() {
        this(Map.of());
    }

    private Members(Map<String, String> displays) {
        this.displays = new LinkedHashMap<>(displays);
    }

    Members copy() {
        return new Members(displays);
    }

    Set<String> ids() {
        return Collections.unmodifiableSet(displays.keySet());
    }

    int size() {
        return displays.size();
    }

    boolean has(String id) {
        return displays.containsKey(id);
    }

    /** Adds one or a list, and says who came. */
    List<String> add(@Nullable JsonNode value) {
        List<String> came = new ArrayList<>();
        elements(value).forEach(each -> {
            String id = each.path("value").asString("");
            if (id.isEmpty()) {
                throw Refusal.bad("invalidValue", "a member needs a value");
            }
            if (displays.put(id, each.path("display").asString("")) == null) {
                came.add(id);
            }
        });
        return came;
    }

    private static Stream<JsonNode> elements(@Nullable JsonNode value) {
        return value == null ? Stream.empty() : value.isArray() ? value.valueStream() : Stream.of(value);
    }

    void clear() {
        displays.clear();
    }

    boolean remove(String id) {
        return displays.remove(id) != null;
    }

    /** Of an operation on {@code members}: those who came. */
    List<String> apply(Patch.Operation operation, Patch.Path path) {
        if (path.sub() != null) {
            throw Refusal.bad("mutability", "parts of a member cannot be changed");
        }
        Filter filter = path.filter();
        return switch (operation.kind()) {
            case ADD -> add(operation.value());
            case REPLACE -> {
                if (filter != null) {
                    throw Refusal.bad("mutability", "a member cannot be replaced: remove him and add the other");
                }
                clear();
                yield add(operation.value());
            }
            case REMOVE -> {
                if (filter != null) {
                    removeWhere(filter);
                } else if (operation.value() == null) {
                    clear();
                } else {
                    elements(operation.value())
                            .forEach(each -> remove(each.path("value").asString("")));
                }
                yield List.of();
            }
        };
    }

    private void removeWhere(Filter filter) {
        String id = filter.wanted("value");
        if (id != null && filter.all().size() == 1) {
            var unused = remove(id);
            return;
        }
        displays.keySet().removeIf(each -> filter.holds(element(each)));
    }

    private ObjectNode element(String id) {
        ObjectNode element = JSON.createObjectNode().put("value", id);
        String display = displays.getOrDefault(id, "");
        return display.isEmpty() ? element : element.put("display", display);
    }

    ArrayNode json() {
        return JSON.createArrayNode()
                .addAll(displays.keySet().stream().map(this::element).toList());
    }
}
