package io.koobridge.simulator.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of a PATCH, applied to the JSON of a resource (RFC 7644 §3.5.2). */
final class Patch {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final int MOST = 1_000;
    private static final int LONGEST_PATH = 1_000;
    private static final Pattern PATH =
            Pattern.compile("((?:urn:[\\w.:-]+:)?[A-Za-z$][\\w$-]*)(?:\\[(.+)])?(?:\\.([A-Za-z$][\\w$-]*))?");

    private Patch() {}

    /**
     * One operation.
     *
     * @param path null: the value is an object of attributes
     * @param value null: of a removal
     */
    record Operation(
            Kind kind, @Nullable Path path, @Nullable JsonNode value) {}

    enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    record Path(
            String attribute,
            @Nullable Filter filter,
            @Nullable String sub) {}

    static List<Operation> read(JsonNode body) {
        if (body.path("schemas").valueStream().noneMatch(schema -> schema.asString("")
                .equals(SCHEMA))) {
            throw Refusal.bad("invalidSyntax", "schemas must hold " + SCHEMA);
        }
        JsonNode operations = body.path("Operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST) {
            throw Refusal.bad("invalidSyntax", "Operations must be a list of 1 to " + MOST);
        }
        return operations.valueStream().map(Patch::operation).toList();
    }

    private static Operation operation(JsonNode one) {
        Kind kind =
                switch (one.path("op").asString("").toLowerCase(Locale.ROOT)) {
                    case "add" -> Kind.ADD;
                    case "replace" -> Kind.REPLACE;
                    case "remove" -> Kind.REMOVE;
                    default -> throw Refusal.bad("invalidSyntax", "op must be add, replace or remove");
                };
        Path path = one.hasNonNull("path") ? path(one.path("path").asString("")) : null;
        JsonNode value = one.hasNonNull("value") ? one.get("value") : null;
        if (kind == Kind.REMOVE && path == null) {
            throw Refusal.bad("noTarget", "a removal needs a path");
        }
        if (kind != Kind.REMOVE && value == null) {
            throw Refusal.bad("invalidValue", kind.name().toLowerCase(Locale.ROOT) + " needs a value");
        }
        if (path == null && !(value instanceof ObjectNode)) {
            throw Refusal.bad("invalidValue", "without a path the value must be an object");
        }
        return new Operation(kind, path, value);
    }

    static Path path(String text) {
        Matcher path = PATH.matcher(text);
        if (text.length() > LONGEST_PATH || !path.matches()) {
            throw Refusal.bad("invalidPath", "the path cannot be read: " + text);
        }
        return new Path(
                Paths.withoutSchema(path.group(1)),
                path.group(2) == null ? null : Filter.of(path.group(2)),
                path.group(3));
    }

    static void apply(ObjectNode resource, Operation operation) {
        Path path = operation.path();
        JsonNode value = operation.value();
        if (path == null) {
            if (value instanceof ObjectNode attributes) {
                attributes
                        .properties()
                        .forEach(each -> whole(resource, each.getKey(), operation.kind(), each.getValue()));
            }
            return;
        }
        int colon = path.attribute().lastIndexOf(':');
        if (colon > 0) {
            String schema = Paths.speltOr(resource, path.attribute().substring(0, colon));
            ObjectNode extension =
                    resource.get(schema) instanceof ObjectNode there ? there : resource.putObject(schema);
            Path inside = new Path(path.attribute().substring(colon + 1), path.filter(), path.sub());
            apply(extension, new Operation(operation.kind(), inside, value));
            if (extension.isEmpty()) {
                resource.remove(schema);
            }
            return;
        }
        if (path.filter() != null) {
            filtered(resource, operation, path, path.filter());
        } else if (path.sub() != null) {
            within(resource, operation, path, path.sub());
        } else {
            whole(resource, path.attribute(), operation.kind(), value);
        }
    }

    private static void whole(ObjectNode object, String name, Kind kind, @Nullable JsonNode value) {
        String spelt = Paths.speltOr(object, Paths.withoutSchema(name));
        if (kind == Kind.REMOVE || value == null || value.isNull()) {
            object.remove(spelt);
        } else if (kind == Kind.ADD && object.get(spelt) instanceof ArrayNode list) {
            (value.isArray() ? value.valueStream() : List.of(value).stream())
                    .filter(each -> list.valueStream().noneMatch(each::equals))
                    .forEach(list::add);
        } else if (object.get(spelt) instanceof ObjectNode complex && value instanceof ObjectNode members) {
            members.properties().forEach(each -> whole(complex, each.getKey(), Kind.REPLACE, each.getValue()));
        } else {
            object.set(spelt, value.deepCopy());
        }
    }

    private static void within(ObjectNode resource, Operation operation, Path path, String sub) {
        String spelt = Paths.speltOr(resource, path.attribute());
        JsonNode target = resource.get(spelt);
        if (target instanceof ArrayNode list) {
            list.forEach(each -> changed(each, sub, operation));
            return;
        }
        if (target == null && operation.kind() == Kind.REMOVE) {
            return;
        }
        changed(target == null ? resource.putObject(spelt) : target, sub, operation);
    }

    private static void filtered(ObjectNode resource, Operation operation, Path path, Filter filter) {
        String spelt = Paths.speltOr(resource, path.attribute());
        List<JsonNode> hit = resource.get(spelt) instanceof ArrayNode list
                ? list.valueStream().filter(filter::holds).toList()
                : List.of();
        if (hit.isEmpty()) {
            if (operation.kind() == Kind.REMOVE) {
                return;
            }
            throw Refusal.bad("noTarget", "nothing in " + path.attribute() + " is what the path asks for");
        }
        if (path.sub() != null) {
            hit.forEach(each -> changed(each, path.sub(), operation));
            return;
        }
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode each : resource.path(spelt)) {
            if (!filter.holds(each)) {
                kept.add(each);
            } else if (operation.value() != null && operation.kind() != Kind.REMOVE) {
                kept.add(operation.value());
            }
        }
        resource.putArray(spelt).addAll(kept);
        if (kept.isEmpty()) {
            resource.remove(spelt);
        }
    }

    private static void changed(JsonNode complex, String sub, Operation operation) {
        if (!(complex instanceof ObjectNode object)) {
            throw Refusal.bad("invalidPath", sub + " is asked for within a simple value");
        }
        whole(object, sub, operation.kind(), operation.value());
    }
}
