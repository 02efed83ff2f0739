package io.koobridge.simulator.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names of attributes, which know no capital letters (RFC 7643 §2.1). */
final class Paths {
    private static final List<String> CORE =
            List.of("urn:ietf:params:scim:schemas:core:2.0:user:", "urn:ietf:params:scim:schemas:core:2.0:group:");

    private Paths() {}

    /** The core schemas need not be named. */
    static String withoutSchema(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return CORE.stream()
                .filter(folded::startsWith)
                .map(schema -> path.substring(schema.length()))
                .findFirst()
                .orElse(path);
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** As the object spells it, if it has it. */
    static Optional<String> spelt(JsonNode object, String name) {
        return object.propertyNames().stream()
                .filter(each -> each.equalsIgnoreCase(name))
                .findFirst();
    }

    static String speltOr(JsonNode object, String name) {
        return spelt(object, name).orElse(name);
    }

    /** All values at a path of one or two names; elements of lists each for itself, of complex ones their {@code value}. */
    static List<JsonNode> values(JsonNode resource, String path) {
        String extension = extension(resource, path);
        if (!extension.isEmpty()) {
            return values(resource.path(extension), path.substring(extension.length() + 1));
        }
        String[] names = path.split("\\.", 2);
        Stream<JsonNode> first = elements(resource.path(speltOr(resource, names[0])));
        if (names.length == 2) {
            return first.flatMap(each -> elements(each.path(speltOr(each, names[1]))))
                    .toList();
        }
        return first.map(each ->
                        each instanceof ObjectNode complex && complex.has("value") ? complex.path("value") : each)
                .toList();
    }

    /** The schema of an extension that a path begins with; empty: none. */
    static String extension(JsonNode resource, String path) {
        return resource.propertyNames().stream()
                .filter(name -> name.contains(":")
                        && path.length() > name.length() + 1
                        && path.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isMissingNode() ? Stream.empty() : node.isArray() ? node.valueStream() : Stream.of(node);
    }
}
