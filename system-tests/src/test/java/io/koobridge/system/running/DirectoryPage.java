package io.koobridge.system.running;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands in the simulator's directory of one tenant: each entry by its external id, as a text that holds all that is said of it. */
final class DirectoryPage {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private DirectoryPage() {}

    static Map<String, String> of(Marketplace marketplace, String tenantId) {
        var snapshot = marketplace.get("/scim/control/snapshot");
        var names = Stream.of("groups", "users")
                .flatMap(kind -> snapshot.path(kind).valueStream())
                .collect(Collectors.toMap(entry -> entry.path("id").asString(), entry -> entry.path("externalId")
                        .asString("")));
        var page = new TreeMap<String, String>();
        Stream.concat(
                        snapshot.path("groups").valueStream().map(group -> Map.entry(group, found(group, names))),
                        snapshot.path("users").valueStream().map(user -> Map.entry(user, found(user))))
                .filter(said -> said.getKey().path("externalId").asString("").startsWith(tenantId + "/"))
                // The same one twice is not the same as once.
                .forEach(said -> page.merge(
                        said.getKey().path("externalId").asString(), said.getValue(), (one, other) -> one + " twice"));
        return page;
    }

    private static String found(JsonNode group, Map<String, String> names) {
        return group(
                group.path("displayName").asString(""),
                group.path("members")
                        .valueStream()
                        .map(member -> names.getOrDefault(member.path("value").asString(), "nobody")),
                Stream.empty());
    }

    private static String found(JsonNode user) {
        return String.join(
                "|",
                user.path("active").asString(""),
                user.path("displayName").asString(""),
                user.path("title").asString(""),
                user.path("emails").path(0).path("value").asString(""),
                user.path("phoneNumbers").path(0).path("value").asString(""),
                user.path("roles").path(0).path("value").asString(""),
                user.path(ENTERPRISE).path("department").asString(""));
    }

    static String group(String name, Stream<String> groups, Stream<String> users) {
        return name + Stream.concat(groups, users).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As an enterprise has him. */
    static String user(JsonNode user) {
        boolean authorized = user.path("authorized").asBoolean();
        return String.join(
                "|",
                Boolean.toString(authorized && user.path("enabled").asBoolean()),
                user.path("name").asString(),
                user.path("position").asString(),
                user.path("email").asString(),
                user.path("mobile").asString(),
                authorized ? user.path("role").asString() : "",
                user.path("orgCode").asString());
    }
}
