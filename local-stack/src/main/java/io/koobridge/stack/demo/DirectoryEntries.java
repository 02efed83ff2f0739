package io.koobridge.stack.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Groups and users of one tenant in a SCIM directory, each as a text that holds all that is said of it: what an enterprise wants
 * there, and what is there, are compared by these.
 */
record DirectoryEntries(Map<String, String> groups, Map<String, String> users) {

    static final DirectoryEntries NONE = new DirectoryEntries(Map.of(), Map.of());

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    DirectoryEntries {
        groups = Map.copyOf(groups);
        users = Map.copyOf(users);
    }

    String text() {
        long active =
                users.values().stream().filter(user -> user.startsWith("true|")).count();
        return "%d groups, %d users, %d active".formatted(groups.size(), users.size(), active);
    }

    /** As the enterprise has it: its departments, and those of whom the seller heard. */
    static DirectoryEntries of(Enterprise enterprise) {
        var prefix = enterprise.tenantId() + "/";
        var bound = enterprise.isBound();
        var members = new HashMap<String, TreeSet<String>>();
        var users = new TreeMap<String, String>();
        for (var user : enterprise.toldOf()) {
            var id = prefix + text(user, "userName");
            users.put(id, wanted(user, bound));
            members.computeIfAbsent(prefix + text(user, "orgCode"), _ -> new TreeSet<>())
                    .add(id);
        }
        var departments = enterprise.departments();
        for (var department : departments) {
            members.computeIfAbsent(prefix + text(department, "parentCode"), _ -> new TreeSet<>())
                    .add(prefix + text(department, "orgCode"));
        }
        var groups = new TreeMap<String, String>();
        for (var department : departments) {
            var id = prefix + text(department, "orgCode");
            groups.put(id, "%s|%s".formatted(text(department, "orgName"), members.getOrDefault(id, new TreeSet<>())));
        }
        return new DirectoryEntries(groups, users);
    }

    private static String wanted(JsonNode user, boolean bound) {
        boolean authorized = user.path("authorized").asBoolean();
        return String.join(
                "|",
                Boolean.toString(bound && authorized && user.path("enabled").asBoolean()),
                text(user, "name"),
                text(user, "position"),
                text(user, "email"),
                text(user, "mobile"),
                text(user, "workPlace"),
                authorized ? text(user, "role") : "",
                text(user, "employeeCode"),
                text(user, "orgCode"));
    }

    /** As it is there. */
    static DirectoryEntries in(JsonNode snapshot, String tenantId) {
        var prefix = tenantId + "/";
        var names = new HashMap<String, String>();
        for (var kind : List.of("groups", "users")) {
            snapshot.path(kind).forEach(entry -> names.put(text(entry, "id"), text(entry, "externalId")));
        }
        var groups = new TreeMap<String, String>();
        snapshot.path("groups").forEach(group -> {
            var members = new TreeSet<String>();
            group.path("members")
                    .forEach(member -> members.add(names.getOrDefault(text(member, "value"), "somebody unknown")));
            put(groups, group, prefix, "%s|%s".formatted(text(group, "displayName"), members));
        });
        var users = new TreeMap<String, String>();
        snapshot.path("users").forEach(user -> put(users, user, prefix, found(user)));
        return new DirectoryEntries(groups, users);
    }

    private static void put(Map<String, String> all, JsonNode entry, String prefix, String said) {
        var id = text(entry, "externalId");
        if (id.startsWith(prefix)) {
            // The same one twice is not the same as once.
            all.merge(id, said, (one, other) -> one + " and " + other);
        }
    }

    private static String found(JsonNode user) {
        return String.join(
                "|",
                Boolean.toString(user.path("active").asBoolean()),
                text(user, "displayName"),
                text(user, "title"),
                text(user.path("emails").path(0), "value"),
                text(user.path("phoneNumbers").path(0), "value"),
                text(user.path("addresses").path(0), "formatted"),
                text(user.path("roles").path(0), "value"),
                text(user.path(ENTERPRISE), "employeeNumber"),
                text(user.path(ENTERPRISE), "department"));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    /** None when both say the same. */
    List<String> differences(DirectoryEntries wanted) {
        var differences = new ArrayList<String>();
        compare(wanted.groups, groups, differences);
        compare(wanted.users, users, differences);
        return differences;
    }

    private static void compare(Map<String, String> wanted, Map<String, String> there, List<String> differences) {
        var ids = new TreeSet<>(wanted.keySet());
        ids.addAll(there.keySet());
        for (var id : ids) {
            var expected = wanted.getOrDefault(id, "nothing");
            var found = there.getOrDefault(id, "nothing");
            if (!expected.equals(found)) {
                differences.add("%s should be %s, is %s".formatted(id, expected, found));
            }
        }
    }
}
