package io.koobridge.system.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An enterprise of the marketplace that uses the product. */
final class Enterprise {

    private static final int ALL = 20_000;
    private static final int SEED = 7;

    private final Marketplace marketplace;
    private final JsonNode founded;

    /** Of whom the seller ever heard. */
    private final Set<String> told = new HashSet<>();

    private Enterprise(Marketplace marketplace, JsonNode founded) {
        this.marketplace = marketplace;
        this.founded = founded;
    }

    static Enterprise founded(Marketplace marketplace, String code, int departments, int users) {
        return new Enterprise(
                marketplace,
                marketplace.post(
                        "/simulator/enterprises",
                        "{\"tenantCode\":\"%s\",\"departments\":%d,\"users\":%d,\"seed\":%d}"
                                .formatted(code, departments, users, SEED)));
    }

    String tenantId() {
        return founded.path("tenantId").asString();
    }

    String name() {
        return founded.path("name").asString();
    }

    private String path() {
        return "/simulator/enterprises/" + tenantId();
    }

    /** Every call was acknowledged. */
    Enterprise does(String verb, String body) {
        var operation = perform(verb, body);
        assertThat(operation.path("state").asString()).as("%s", operation).isEqualTo("DONE");
        return this;
    }

    /** Returns how its calls went. */
    JsonNode perform(String verb, String body) {
        var operation = marketplace.post("%s:%s?wait=20".formatted(path(), verb), body);
        users("authorized=true").forEach(user -> told.add(user.path("userName").asString()));
        return operation;
    }

    List<JsonNode> departments() {
        return marketplace
                .get(path() + "/departments")
                .path("departments")
                .valueStream()
                .toList();
    }

    /** Those who work there and of whom the seller heard. */
    List<JsonNode> toldOf() {
        return users("").stream()
                .filter(user -> told.contains(user.path("userName").asString()))
                .toList();
    }

    private List<JsonNode> users(String query) {
        return marketplace
                .get("%s/users?limit=%d&%s".formatted(path(), ALL, query))
                .path("users")
                .valueStream()
                .toList();
    }

    /** By which it lets its people log in, as the simulator makes it; nobody shows it. */
    String clientSecret() {
        try {
            var seeded = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest("%d|%s"
                                    .formatted(SEED, founded.path("tenantCode").asString())
                                    .getBytes(UTF_8)));
            return "oA-" + seeded.substring(44) + "#$^";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Each group and user that its directory should have, with all that should be said of it. */
    Map<String, String> wanted() {
        var wanted = new TreeMap<String, String>();
        var departments = departments();
        for (var department : departments) {
            wanted.put(
                    id(department, "orgCode"),
                    DirectoryPage.group(
                            department.path("orgName").asString(),
                            departments.stream()
                                    .filter(child -> child.path("parentCode").equals(department.path("orgCode")))
                                    .map(child -> id(child, "orgCode")),
                            toldOf().stream()
                                    .filter(user -> user.path("orgCode").equals(department.path("orgCode")))
                                    .map(user -> id(user, "userName"))));
        }
        toldOf().forEach(user -> wanted.put(id(user, "userName"), DirectoryPage.user(user)));
        return wanted;
    }

    private String id(JsonNode entry, String member) {
        return "%s/%s".formatted(tenantId(), entry.path(member).asString());
    }
}
