package io.koobridge.simulator.scim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole directory as JSON, in an order that follows from its content, for a comparison. */
public final class Snapshot {
    private Snapshot() {}

    /** Written resource by resource: a tree of all would be more than the memory of the local stack. */
    public static byte[] of(Directory directory, Mood mood) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> names = new HashMap<>();
        text(out, "{\"users\":");
        list(out, sorted(directory, Kind.USERS), each -> {
            ObjectNode user = Attributes.whole(each);
            names.put(each.id(), user.path("userName").asString(""));
            return user;
        });
        text(out, ",\"groups\":");
        list(out, sorted(directory, Kind.GROUPS), each -> group(each, names));
        text(out, ",\"counts\":");
        out.writeBytes(Attributes.JSON.writeValueAsBytes(mood.counts()));
        text(out, "}");
        return out.toByteArray();
    }

    private interface Written {
        ObjectNode json(Stored stored);
    }

    private static List<Stored> sorted(Directory directory, Kind kind) {
        record Named(String name, Stored stored) {}
        return directory.all(kind).stream()
                .map(each ->
                        new Named(Attributes.read(each).path(kind.required()).asString(""), each))
                .sorted(Comparator.comparing(Named::name)
                        .thenComparing(each -> each.stored().id()))
                .map(Named::stored)
                .toList();
    }

    private static void list(ByteArrayOutputStream out, List<Stored> all, Written written) {
        text(out, "[");
        for (int i = 0; i < all.size(); i++) {
            text(out, i == 0 ? "\n" : ",\n");
            out.writeBytes(Attributes.JSON.writeValueAsBytes(written.json(all.get(i))));
        }
        text(out, "]");
    }

    /** Its members with their names, which are the same whatever ids they got. */
    private static ObjectNode group(Stored stored, Map<String, String> names) {
        ObjectNode group = Attributes.read(stored).put("id", stored.id());
        ArrayNode members = group.putArray("members");
        stored.members()
                .json()
                .valueStream()
                .map(each -> named(each, names))
                .sorted(Comparator.comparing(each -> each.path("userName").asString("") + " "
                        + each.path("value").asString("")))
                .forEach(members::add);
        return group;
    }

    private static JsonNode named(JsonNode member, Map<String, String> names) {
        String name = names.get(member.path("value").asString(""));
        return name == null || !(member instanceof ObjectNode object) ? member : object.put("userName", name);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
