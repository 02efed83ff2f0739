package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The stand-in directory: what RFC 7644 demands of it, and how it fails on request. */
class ScimTest {
    private static final String TOKEN = "a-token-for-tests";
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--koobridge.simulator.scim.token=" + TOKEN);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void empty() {
        running.http.delete("/scim/control/faults");
        running.http.delete("/scim/control/directory");
    }

    @Test
    void aUserLivesFromHisCreationToHisEnd() {
        JsonNode made = created("Users", user("li.lei", "x-1"));
        String path = "/Users/" + id(made);

        assertThat(made.get("meta").get("resourceType").stringValue()).isEqualTo("User");
        assertThat(made.get("meta").get("location").stringValue()).endsWith("/scim/v2" + path);
        assertThat(made.has("password")).isFalse();
        assertThat(asked("GET", path, null, 200).get("userName").stringValue()).isEqualTo("li.lei");
        JsonNode patched = asked("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"), 200);
        assertThat(patched.get("active").booleanValue()).isFalse();
        assertThat(patched.get("meta").get("version").stringValue()).isEqualTo("W/\"2\"");
        assertThat(asked("PUT", path, user("han.mm", "x-1"), 200)
                        .get("userName")
                        .stringValue())
                .isEqualTo("han.mm");
        asked("DELETE", path, null, 204);
        assertThat(asked("GET", path, null, 404).get("status").stringValue()).isEqualTo("404");
        asked("DELETE", path, null, 404);
    }

    @Test
    void namesAndExternalIdsAreUnique() {
        String first = id(created("Users", user("li.lei", "x-1")));
        String second = id(created("Users", user("han.mm", "x-2")));

        assertThat(asked("POST", "/Users", user("LI.LEI", "x-3"), 409)
                        .get("scimType")
                        .stringValue())
                .isEqualTo("uniqueness");
        asked("POST", "/Users", user("other", "x-1"), 409);
        asked("PUT", "/Users/" + second, user("li.lei", "x-2"), 409);
        asked(
                "PATCH",
                "/Users/" + second,
                patch("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"li.lei\"}"),
                409);
        asked("DELETE", "/Users/" + first, null, 204);
        created("Users", user("li.lei", "x-1"));
        created("Groups", group("same", "g-1", ""));
        created("Groups", group("same", "g-2", ""));
        asked("POST", "/Groups", group("other", "g-2", ""), 409);
    }

    @Test
    void aFilterFindsAndPagesAreCut() {
        for (int i = 1; i <= 5; i++) {
            created("Users", user("user." + i, "x-" + i));
        }

        assertThat(names("filter=" + encoded("userName eq \"USER.3\""))).containsExactly("user.3");
        assertThat(names("filter=" + encoded("externalId eq \"x-4\""))).containsExactly("user.4");
        assertThat(names("filter=" + encoded("externalId eq \"x-9\""))).isEmpty();
        JsonNode page = asked("GET", "/Users?startIndex=4&count=2", null, 200);
        assertThat(page.get("totalResults").intValue()).isEqualTo(5);
        assertThat(page.get("itemsPerPage").intValue()).isEqualTo(2);
        assertThat(names("startIndex=4&count=2")).containsExactly("user.4", "user.5");
        assertThat(asked("GET", "/Users?count=0", null, 200).get("Resources")).isEmpty();
        assertThat(asked("GET", "/Users?filter=" + encoded("a or b"), null, 400)
                        .get("scimType")
                        .stringValue())
                .isEqualTo("invalidFilter");
        assertThat(asked("GET", "/Users?attributes=userName&count=1", null, 200)
                        .get("Resources")
                        .get(0)
                        .propertyNames())
                .containsExactlyInAnyOrder("schemas", "userName", "id");
    }

    @Test
    void membersComeAndGo() {
        String li = id(created("Users", user("li.lei", "x-1")));
        String han = id(created("Users", user("han.mm", "x-2")));
        String group = "/Groups/" + id(created("Groups", group("研发部", "D1", li)));

        asked(
                "PATCH",
                group,
                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + han + "\"}]}"),
                204);
        assertThat(members(group)).containsExactly(li, han);
        asked("PATCH", group, patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + li + "\\\"]\"}"), 204);
        assertThat(members(group)).containsExactly(han);
        asked(
                "PATCH",
                group,
                patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + li + "\"}]}"),
                204);
        assertThat(members(group)).containsExactly(li);
        asked(
                "PATCH",
                group,
                patch("{\"op\":\"add\",\"value\":{\"displayName\":\"新\",\"members\":[{\"value\":\"" + han + "\"}]}}"),
                204);
        assertThat(members(group)).containsExactly(li, han);
        asked("PATCH", group, patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"nobody\"}]}"), 400);
        assertThat(asked("GET", "/Groups?filter=" + encoded("members.value eq \"" + han + "\""), null, 200)
                        .get("totalResults")
                        .intValue())
                .isEqualTo(1);
        asked("DELETE", "/Users/" + li, null, 204);
        assertThat(members(group)).containsExactly(han);
        assertThat(asked("GET", group + "?excludedAttributes=members", null, 200)
                        .has("members"))
                .isFalse();
    }

    @Test
    void whatIsNotWellFormedIsRefused() {
        asked("POST", "/Users", "{", 400);
        asked("POST", "/Users", "[]", 400);
        asked("POST", "/Users", "{\"userName\":\"a\"}", 400);
        asked("POST", "/Users", user("", "x"), 400);
        asked("POST", "/Users", user("a", "x").replace("true", "\"yes\""), 400);
        asked("POST", "/Users", user("a", "x".repeat(20_000)), 413);
        asked("POST", "/Users", user("a", "x".repeat(3_000_000)), 413);
        asked("POST", "/Bulk", "{}", 404);
        asked("POST", "/ServiceProviderConfig", "{}", 405);
        assertThat(asked("GET", "/ServiceProviderConfig", null, 200)
                        .get("patch")
                        .get("supported")
                        .booleanValue())
                .isTrue();
        assertThat(running.http.get("/scim/v2/Users").status()).isEqualTo(401);
        assertThat(running.http
                        .get("/scim/v2/Users", "Authorization", "Bearer other")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aChangeOfWhatHasChangedIsRefused() {
        String path = "/Users/" + id(created("Users", user("a", "x")));
        String change = patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

        assertThat(send("PATCH", path, change, "If-Match", "W/\"7\"").status()).isEqualTo(412);
        assertThat(send("PATCH", path, change, "If-Match", "W/\"1\"").status()).isEqualTo(200);
    }

    @Test
    void itIsDownForSoManyCalls() {
        arm("{\"kind\":\"DOWN\",\"calls\":2}");

        assertThat(send("GET", "/Users", null).status()).isEqualTo(503);
        assertThat(send("GET", "/Users", null).status()).isEqualTo(503);
        assertThat(send("GET", "/Users", null).status()).isEqualTo(200);
        assertThat(running.http.get("/scim/control/faults").json().get("hits").intValue())
                .isEqualTo(2);
    }

    @Test
    void itThrottlesOnlyTheMethodsThatAreNamed() {
        arm("{\"kind\":\"THROTTLED\",\"methods\":[\"post\"],\"retryAfterSeconds\":2}");

        assertThat(send("POST", "/Users", user("a", "x")).status()).isEqualTo(429);
        assertThat(send("GET", "/Users", null).status()).isEqualTo(200);
    }

    @Test
    void moreThanTheRateIsTooMuch() {
        arm("{\"kind\":\"RATE_LIMIT\",\"perSecond\":1}");

        List<Integer> answers = List.of(
                send("GET", "/Users", null).status(),
                send("GET", "/Users", null).status(),
                send("GET", "/Users", null).status());

        assertThat(answers).contains(200, 429);
    }

    @Test
    void anUncertainAnswerHasBeenDone() {
        arm("{\"kind\":\"APPLIED_THEN_500\",\"calls\":1}");
        assertThat(send("POST", "/Users", user("a", "x-a")).status()).isEqualTo(500);
        arm("{\"kind\":\"APPLIED_THEN_CUT\",\"calls\":1}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> send("POST", "/Users", user("b", "x-b")));
        arm("{\"kind\":\"CUT\",\"calls\":1}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> send("POST", "/Users", user("c", "x-c")));
        arm("{\"kind\":\"SLOW\",\"calls\":1,\"millis\":20}");
        assertThat(send("POST", "/Users", user("d", "x-d")).status()).isEqualTo(201);

        assertThat(names("")).containsExactly("a", "b", "d");
    }

    @Test
    void whatIsLostIsGoneWithoutAWord() {
        String id = id(created("Users", user("a", "x")));
        created("Groups", group("g", "D1", id));

        assertThat(running.http.post("/scim/control/lose/" + id, null).status()).isEqualTo(204);

        assertThat(names("")).isEmpty();
        assertThat(running.http.post("/scim/control/lose/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void theSnapshotShowsEverythingAndWhatWasAsked() {
        String b = id(created("Users", user("b", "x-b")));
        String a = id(created("Users", user("a", "x-a")));
        String group = id(created("Groups", group("研发部", "D1", b)));
        asked(
                "PATCH",
                "/Groups/" + group,
                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":{\"value\":\"" + a + "\"}}"),
                204);

        JsonNode snapshot = running.http.get("/scim/control/snapshot").json();

        assertThat(snapshot.get("users").values().stream()
                        .map(each -> each.get("userName").stringValue()))
                .containsExactly("a", "b");
        assertThat(snapshot.get("groups").get(0).get("members").values().stream()
                        .map(each -> each.get("userName").stringValue()))
                .containsExactly("a", "b");
        assertThat(snapshot.get("counts").get("requests").toString()).isEqualTo("{\"PATCH\":1,\"POST\":3}");
        assertThat(snapshot.get("counts").get("answers").toString()).isEqualTo("{\"201\":3,\"204\":1}");
    }

    @Test
    void aFaultThatMakesNoSenseIsRefused() {
        assertThat(running.http.put("/scim/control/faults", "{}").status()).isEqualTo(400);
        assertThat(running.http
                        .put("/scim/control/faults", "{\"kind\":\"TIRED\"}")
                        .status())
                .isEqualTo(400);
        assertThat(running.http
                        .put("/scim/control/faults", "{\"kind\":\"DOWN\",\"methods\":[\"BREW\"]}")
                        .status())
                .isEqualTo(400);
    }

    private static void arm(String fault) {
        assertThat(running.http.put("/scim/control/faults", fault).status()).isEqualTo(200);
    }

    private static String user(String name, String externalId) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + name
                + "\",\"externalId\":\"" + externalId + "\",\"active\":true,\"password\":\"secret\"}";
    }

    private static String group(String name, String externalId, String member) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"externalId\":\"" + externalId + "\",\"members\":["
                + (member.isEmpty() ? "" : "{\"value\":\"" + member + "\"}") + "]}";
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    private static JsonNode created(String kind, String body) {
        return asked("POST", "/" + kind, body, 201);
    }

    private static String id(JsonNode resource) {
        return resource.get("id").stringValue();
    }

    private static List<String> names(String query) {
        return asked("GET", "/Users?" + query, null, 200).get("Resources").values().stream()
                .map(each -> each.get("userName").stringValue())
                .toList();
    }

    private static List<String> members(String group) {
        return asked("GET", group, null, 200).get("members").values().stream()
                .map(each -> each.get("value").stringValue())
                .toList();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode asked(String method, String path, @Nullable String body, int status) {
        Http.Got got = send(method, path, body);
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        return status == 204 ? NullNode.getInstance() : got.json();
    }

    private static Http.Got send(String method, String path, @Nullable String body, String... more) {
        String[] headers = new String[4 + more.length];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + TOKEN;
        headers[2] = "Content-Type";
        headers[3] = "application/scim+json";
        System.arraycopy(more, 0, headers, 4, more.length);
        return running.http.sendBytes(
                method, "/scim/v2" + path, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), headers);
    }
}
