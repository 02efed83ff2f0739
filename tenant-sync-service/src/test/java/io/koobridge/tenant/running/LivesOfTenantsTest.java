package io.koobridge.tenant.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.crypto.rsa.RsaKey;
import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.events.wire.Json;
import io.koobridge.tenant.Facts;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service with a real broker and the wire-compatible store; its directory is the seller's own service. */
@Timeout(180)
class LivesOfTenantsTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final RsaKey RSA = RsaKey.generate("kit-1", RsaKey.FEWEST_BITS);

    /** What the seller's service was told last, by tenant and code. */
    private static final Map<String, JsonNode> TOLD = new ConcurrentHashMap<>();

    private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

    @TempDir
    private static Path directory;

    private static FakeServer product;
    private static RunningTenants tenants;

    private final String tenant = "t-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        product = new FakeServer(LivesOfTenantsTest::heard);
        tenants = new RunningTenants(
                directory,
                Map.of(
                        "koobridge.tenant.directory.webhook.url",
                        product.url() + "/directory",
                        "koobridge.tenant.directory.webhook.secret",
                        SECRET,
                        "koobridge.tenant.directory.webhook.timeout",
                        "4s",
                        "koobridge.tenant.rsa-keys[0].id",
                        "kit-1",
                        "koobridge.tenant.rsa-keys[0].private-key",
                        RunningTenants.file(directory, "kit-rsa.pem", RSA.pem())));
    }

    @AfterAll
    static void stop() {
        tenants.close();
        product.close();
    }

    private static Response heard(FakeServer.Request request) {
        var data = Json.mapper().readTree(request.body()).path("data");
        var tenant = data.path("tenantId").asString();
        if (AWAY.contains(tenant)) {
            return new Response(503, "");
        }
        var code = data.path(data.has("orgCode") && !data.has("userName") ? "orgCode" : "userName")
                .asString();
        TOLD.merge(
                tenant + '/' + code,
                data,
                (known, now) -> now.path("generation").asLong()
                                >= known.path("generation").asLong()
                        ? now
                        : known);
        return Response.ok("{}");
    }

    @Test
    void anEnterpriseIsBoundToldOfAndLeaves() {
        tenants.tell(tenant, Facts.bound("i-1"));
        tenants.tell(tenant, Facts.organisation("s-" + tenant, Facts.row("D2", "D1"), Facts.row("D1", null)));
        tenants.tell(tenant, Facts.users(UserChange.ADDED, reachable("li.lei"), Facts.user("han.mm")));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told("D2").path("parentCode").asString()).isEqualTo("D1");
            assertThat(told("li.lei").path("mobile").asString()).isEqualTo("13800001234");
            assertThat(told("han.mm").path("active").asBoolean()).isTrue();
            assertThat(tenants.get("/internal/tenants/" + tenant)
                            .path("settled")
                            .asBoolean())
                    .isTrue();
        });

        tenants.tell(tenant, Facts.users(UserChange.CANCELLED, Facts.user("li.lei")));
        tenants.tell(tenant, Facts.department("D2", null));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told("li.lei").path("active").asBoolean()).isFalse();
            assertThat(told("D2").has("parentCode")).isFalse();
        });

        tenants.tell(tenant, Facts.unbound("i-1"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told("han.mm").path("active").asBoolean()).isFalse();
            assertThat(tenants.get("/internal/tenants/" + tenant).path("phase").asString())
                    .isEqualTo("DISABLED");
        });
        // What is counted in the store is there after the first count.
        await().atMost(SOON).untilAsserted(() -> assertThat(tenants.metrics())
                .contains("koobridge_tenant_objects_total{")
                .contains("koobridge_directory_entries_total{")
                .contains("koobridge_directory_unpropagated_oldest_seconds")
                .contains("koobridge_tenant_departments_missing"));
    }

    @Test
    void aServiceThatWasAwayHearsOfEverythingWhenItIsBack() {
        AWAY.add(tenant);
        tenants.tell(tenant, Facts.organisation("s-" + tenant, Facts.row("D1", null)));
        tenants.tell(tenant, Facts.users(UserChange.ADDED, Facts.user("one"), Facts.user("two")));
        await().atMost(SOON).untilAsserted(() -> assertThat(tenants.get("/internal/tenants/" + tenant + "/users/one")
                        .path("directory")
                        .path("attempts")
                        .asInt())
                .isPositive());
        AWAY.remove(tenant);

        await().atMost(SOON).untilAsserted(() -> assertThat(List.of(
                        told("D1").path("present").asBoolean(),
                        told("one").path("active").asBoolean(),
                        told("two").path("active").asBoolean()))
                .containsOnly(true));
    }

    @Test
    void theProductReadsWhatChangedPageByPageAndMissesNothing() {
        tenants.tell(tenant, Facts.bound("i-1"));
        tenants.tell(
                tenant,
                Facts.organisation("s-" + tenant, Facts.row("D1", null), Facts.row("D2", "D1"), Facts.row("D3", "D1")));
        tenants.tell(tenant, Facts.users(UserChange.ADDED, reachable("one"), Facts.user("two"), Facts.user("three")));
        await().atMost(SOON)
                .until(() -> tenants.get("/internal/tenants/" + tenant)
                                .path("position")
                                .asLong()
                        >= 3);

        var known = new HashMap<String, JsonNode>();
        var since = readOn("", 2, known);
        assertThat(known).containsOnlyKeys("D1", "D2", "D3", "one", "two", "three");
        assertThat(known.get("one").path("email").asString()).isEqualTo("one@example.com");
        assertThat(known.get("D2").path("parentCode").asString()).isEqualTo("D1");

        tenants.tell(tenant, Facts.users(UserChange.DELETED, Facts.user("two")));
        tenants.tell(tenant, Facts.gone("D3"));
        var next = since;
        var changed = new HashMap<String, JsonNode>();
        await().atMost(SOON).untilAsserted(() -> {
            readOn(next, 1, changed);
            assertThat(changed).containsOnlyKeys("two", "D3");
        });
        assertThat(changed.values()).noneMatch(change -> change.path("present").asBoolean());
        assertThat(changed.get("two").has("email")).isFalse();
        assertThat(ids(tenants.read("/tenants?limit=1000").path("tenants"), "tenantId"))
                .contains(tenant);
    }

    /** Where it ended. */
    private String readOn(String since, int limit, Map<String, JsonNode> into) {
        var next = since;
        JsonNode page;
        do {
            page = tenants.read("/tenants/%s/changes?since=%s&limit=%d".formatted(tenant, next, limit));
            page.path("changes")
                    .forEach(change -> into.put(
                            change.path(change.path("kind").asString().equals("user") ? "userName" : "orgCode")
                                    .asString(),
                            change));
            next = page.path("next").asString();
        } while (page.path("more").asBoolean());
        return next;
    }

    @Test
    void whoAsksWithoutAKeyOrWithNonsenseIsToldSo() {
        assertThat(tenants.read("/tenants", "wrong-key-0123456789").statusCode())
                .isEqualTo(401);
        assertThat(tenants.read("/tenants/nobody/changes").path("status").asInt())
                .isEqualTo(404);
        assertThat(tenants.read("/tenants/nobody/changes?since=!!")
                        .path("detail")
                        .asString())
                .contains("since must be");
        assertThat(tenants.read("/tenants?limit=0").path("status").asInt()).isEqualTo(400);
        assertThat(tenants.status("/internal/tenants/nobody")).isEqualTo(404);
        assertThat(tenants.metrics())
                .contains("koobridge_tenant_questions_total{")
                .contains("koobridge_tenant_api_key_used_total{");
    }

    @Test
    void operatorsSeeTheTreeTheUsersTheRunsAndTheDriftAndHaveTheDirectoryToldAgain() {
        tenants.tell(tenant, Facts.organisation("a-" + tenant, Facts.row("D1", null), Facts.row("D2", "D1")));
        tenants.tell(tenant, Facts.users(UserChange.ADDED, reachable("one")));
        await().atMost(SOON).until(() -> TOLD.containsKey(tenant + "/one"));
        tenants.tell(tenant, Facts.organisation("b-" + tenant, Facts.row("D1", null)));
        tenants.tell(
                tenant,
                new OrganisationTold(null, new Part("c-" + tenant, 1, 2, 2), List.of(Facts.row("D3", "D1")), false));
        var path = "/internal/tenants/" + tenant;
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(ids(tenants.get(path + "/drift").path("departments"), "orgCode"))
                    .containsExactly("D2");
            assertThat(tenants.get(path).path("missingDepartments").asInt()).isEqualTo(1);
        });

        assertThat(ids(tenants.get(path + "/departments?parent=D1").path("departments"), "orgCode"))
                .contains("D2", "D3");
        assertThat(ids(tenants.get(path + "/departments?parent=").path("departments"), "orgCode"))
                .containsExactly("D1");
        assertThat(ids(tenants.get(path + "/users?department=D1").path("users"), "userName"))
                .containsExactly("one");
        assertThat(tenants.get(path + "/users/one").toString())
                .doesNotContain("13800001234")
                .doesNotContain("example.com");
        assertThat(tenants.get(path + "/runs").path("runs")).hasSize(4);
        assertThat(ids(
                        tenants.get("/internal/findings?kind=DEPARTMENTS_MISSING&limit=500")
                                .path("findings"),
                        "subject"))
                .contains(tenant);
        assertThat(tenants.get("/internal/findings?kind=ROWS_PARTLY_READ&limit=500")
                        .path("findings")
                        .findValuesAsString("detail"))
                .contains("of 1 users something was not as the protocol says: one (employeeType)");

        TOLD.remove(tenant + "/one");
        assertThat(tenants.post(path + ":propagate", "{\"why\":\"the service lost it\"}")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> TOLD.containsKey(tenant + "/one"));
        assertThat(tenants.post(path + ":propagate", "{}").statusCode()).isEqualTo(400);
    }

    @Tag("promise:client-secret-sealed")
    @Test
    void aClientSecretIsOpenedInEveryWayItMayBeEncryptedAndComesBackSealed() throws Exception {
        var ways = List.of(
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT),
                new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT));
        var opener = Opener.of(tenants.clients.privateKeyset());
        for (var way : ways) {
            var answer = open(encrypted("known#secret$^", way));
            var sealed = answer.path("sealed").asString();

            assertThat(sealed).doesNotContain("known");
            assertThat(opener.open(sealed, new SealContext(tenant + "/app-1", "clientSecret")))
                    .isEqualTo(new Opening.Opened("known#secret$^"));
        }
        assertThat(open("AAAA").has("sealed")).isFalse();
        assertThat(tenants.metrics()).contains("koobridge_client_secrets_total{");
    }

    private JsonNode open(String encrypted) {
        var answer = tenants.post(
                "/internal/secrets:open",
                Json.mapper().writeValueAsString(Map.of("tenantId", tenant, "appId", "app-1", "encrypted", encrypted)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static String encrypted(String secret, OAEPParameterSpec way) throws Exception {
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(RSA.publicKey())));
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, way);
        return Base64.getEncoder().encodeToString(cipher.doFinal(secret.getBytes(UTF_8)));
    }

    private UserRow reachable(String name) {
        var sealer = Sealer.of(tenants.users.publicKeyset());
        var subject = UserRow.sealedAs(tenant, name);
        return new UserRow(
                name,
                "Name of " + name,
                "D1",
                "engineer",
                null,
                null,
                "user",
                true,
                new SealedText(sealer.seal("13800001234", new SealContext(subject, "mobile"))),
                new SealedText(sealer.seal(name + "@example.com", new SealContext(subject, "email"))),
                null,
                null,
                Map.of(
                        "costCentre",
                        new SealedText(sealer.seal("42", new SealContext(subject, "extension.costCentre")))),
                List.of("employeeType"));
    }

    private JsonNode told(String code) {
        return TOLD.getOrDefault(tenant + '/' + code, Json.mapper().createObjectNode());
    }

    private static List<String> ids(JsonNode list, String member) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(member).asString())
                .toList());
    }
}
