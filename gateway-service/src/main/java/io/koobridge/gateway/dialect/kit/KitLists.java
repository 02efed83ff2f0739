package io.koobridge.gateway.dialect.kit;

import io.koobridge.gateway.dialect.json.CallJson;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Lists as the editions have them (tenant-sync §10.3, §10.4, §10.11): an array, a text with an array in it, or one object for itself. A text may have names without
 * quotation marks, or single ones.
 */
final class KitLists {

    private KitLists() {}

    /** The rows, which may be of any kind; empty when it is no list. What is not there or has nothing in it is an empty one. */
    static Optional<List<JsonNode>> read(JsonNode list) {
        if (list.isString()) {
            return list.asString().isBlank()
                    ? Optional.of(List.of())
                    : CallJson.readLenient(list.asString())
                            .filter(JsonNode::isContainer)
                            .flatMap(KitLists::read);
        }
        if (list.isMissingNode() || list.isNull()) {
            return Optional.of(List.of());
        }
        if (list.isObject()) {
            return Optional.of(List.of(list));
        }
        return list.isArray() ? Optional.of(list.valueStream().toList()) : Optional.empty();
    }
}
