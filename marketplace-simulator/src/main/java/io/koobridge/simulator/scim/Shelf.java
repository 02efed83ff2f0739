package io.koobridge.simulator.scim;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The resources of one kind, found by what must be unique among them. */
final class Shelf {
    private final Kind kind;
    private final Map<String, Stored> all = new LinkedHashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byExternalId = new HashMap<>();

    Shelf(Kind kind) {
        this.kind = kind;
    }

    int size() {
        return all.size();
    }

    Collection<Stored> values() {
        return all.values();
    }

    @Nullable Stored find(String id) {
        return all.get(id);
    }

    /** Null: the filter does not name it, so all must be looked at. */
    @Nullable String idOf(Filter filter) {
        String id = filter.wanted("id");
        if (id != null) {
            return id;
        }
        String external = filter.wanted("externalId");
        if (external != null) {
            return byExternalId.getOrDefault(external, "");
        }
        String name = kind == Kind.USERS ? filter.wanted("userName") : null;
        return name == null ? null : byName.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Names of users are unique whatever their capital letters (RFC 7643 §4.1.1), names of groups are not. */
    void requireFree(String id, JsonNode resource) {
        String external = external(resource);
        if (kind == Kind.USERS && isTaken(byName.get(name(resource)), id)) {
            throw Refusal.taken("userName is taken");
        }
        if (!external.isEmpty() && isTaken(byExternalId.get(external), id)) {
            throw Refusal.taken("externalId is taken");
        }
    }

    private static boolean isTaken(@Nullable String owner, String id) {
        return owner != null && !owner.equals(id);
    }

    void put(Stored stored, @Nullable JsonNode before, JsonNode now) {
        forget(before);
        all.put(stored.id(), stored);
        if (kind == Kind.USERS) {
            byName.put(name(now), stored.id());
        }
        if (!external(now).isEmpty()) {
            byExternalId.put(external(now), stored.id());
        }
    }

    void remove(String id, JsonNode before) {
        forget(before);
        all.remove(id);
    }

    private void forget(@Nullable JsonNode before) {
        if (before != null) {
            byName.remove(name(before));
            byExternalId.remove(external(before));
        }
    }

    void clear() {
        all.clear();
        byName.clear();
        byExternalId.clear();
    }

    private static String name(JsonNode resource) {
        return resource.path("userName").asString("").toLowerCase(Locale.ROOT);
    }

    private static String external(JsonNode resource) {
        return resource.path("externalId").asString("");
    }
}
