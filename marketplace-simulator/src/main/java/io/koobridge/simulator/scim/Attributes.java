package io.koobridge.simulator.scim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of resources as JSON: what is taken from a caller, what is kept, what is answered. */
final class Attributes {
    static final JsonMapper JSON = new JsonMapper();
    /** Only the server says these; a password is never said at all (RFC 7643 §3.1, §4.1.1). */
    private static final List<String> NOT_KEPT = List.of("id", "meta", "groups", "password");

    private static final Set<String> ALWAYS = Set.of("schemas", "id");
    private static final int LONGEST = 16 << 10;

    private Attributes() {}

    static ObjectNode checked(Kind kind, ObjectNode body) {
        ObjectNode attributes = body.deepCopy();
        NOT_KEPT.forEach(name -> attributes.remove(Paths.speltOr(attributes, name)));
        if (attributes.path("schemas").valueStream().noneMatch(each -> each.asString("")
                .equals(kind.schema()))) {
            throw Refusal.bad("invalidValue", "schemas must hold " + kind.schema());
        }
        JsonNode name = attributes.path(kind.required());
        if (!name.isString() || name.stringValue().isBlank()) {
            throw Refusal.bad("invalidValue", kind.required() + " must be a string that is not empty");
        }
        if (attributes.has("active") && !attributes.path("active").isBoolean()) {
            throw Refusal.bad("invalidValue", "active must be true or false");
        }
        JsonNode external = attributes.path("externalId");
        if (!external.isMissingNode() && !external.isString()) {
            throw Refusal.bad("invalidValue", "externalId must be a string");
        }
        return attributes;
    }

    static byte[] bytes(ObjectNode attributes) {
        byte[] json = JSON.writeValueAsBytes(attributes);
        if (json.length > LONGEST) {
            throw Refusal.of(413, "a resource has at most " + LONGEST + " bytes besides its members");
        }
        return json;
    }

    static ObjectNode read(Stored stored) {
        return (ObjectNode) JSON.readTree(stored.json());
    }

    /** With what is kept apart, for filters. */
    static ObjectNode whole(Stored stored) {
        ObjectNode whole = read(stored).put("id", stored.id());
        if (stored.members().size() > 0) {
            whole.set("members", stored.members().json());
        }
        return whole;
    }

    /** As it is answered. */
    static ObjectNode answered(Stored stored, String base, Wanted wanted) {
        ObjectNode whole = wanted.has("members") ? whole(stored) : read(stored).put("id", stored.id());
        whole.putObject("meta")
                .put("resourceType", stored.kind().singular())
                .put("created", stored.created().toString())
                .put("lastModified", stored.modified().toString())
                .put("version", stored.etag())
                .put("location", base + "/" + stored.kind().plural() + "/" + stored.id());
        whole.remove(
                whole.propertyNames().stream().filter(name -> !wanted.has(name)).toList());
        return whole;
    }

    /**
     * Which attributes shall be answered (RFC 7644 §3.9), in lower case; of {@code a.b} the whole of {@code a}.
     *
     * @param only empty: all
     */
    record Wanted(Set<String> only, Set<String> not) {
        boolean has(String name) {
            String folded = name.toLowerCase(Locale.ROOT);
            return ALWAYS.contains(folded) || ((only.isEmpty() || only.contains(folded)) && !not.contains(folded));
        }
    }
}
