package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.KitVectors;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What enterprises tell the seller is exactly what is true of them. */
class EnterprisesTest {
    private static Running running;
    private final StubKit seller = new StubKit();
    private String at = "";

    @BeforeAll
    static void start() {
        running = new Running(
                "--koobridge.simulator.kit.key=" + FakeSeller.KEY,
                "--koobridge.simulator.kit.public-key=" + KitVectors.secret("publicKey"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void seller() {
        running.seller.does(seller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2", "V1"})
    void aLifeInBothEditionsTellsExactlyWhatIsTrue(String edition) {
        JsonNode founded = founded("{\"edition\":\"" + edition + "\",\"departments\":40,\"users\":1200}");

        done("bind", "{}");
        done("authorize", "{\"count\":1100}");
        done("change", "{\"count\":3,\"role\":\"ADMIN\",\"orgCode\":\"D00002\"}");
        done("disable", "{\"count\":5}");
        done("cancel", "{\"count\":20}");
        done("delete", "{\"users\":[\"" + someone() + "\"]}");
        done("add-department", "{\"orgCode\":\"NEW\",\"parentCode\":\"D00003\"}");
        done("rename-department", "{\"orgCode\":\"D00004\",\"orgName\":\"改名\"}");
        done("move-department", "{\"orgCode\":\"NEW\",\"parentCode\":\"D00001\"}");
        done("delete-department", "{\"orgCode\":\"D00001\"}");
        done("sync-departments", "{}");

        agrees();
        assertThat(seller.hasTenant(founded.get("tenantId").stringValue())).isTrue();
        assertThat(shown().get("counts").get("authorized").intValue()).isEqualTo(1079);
        assertThat(shown().get("bound").booleanValue()).isTrue();
        done("unbind", "{}");
        assertThat(shown().get("bound").booleanValue()).isFalse();
        assertThat(seller.hasTenant(founded.get("tenantId").stringValue())).isFalse();
    }

    @Test
    void nobodyIsToldOfMoreThanFiveHundredAtOnce() {
        founded("{\"departments\":3,\"users\":1200}");

        JsonNode operation = done("authorize", "{\"count\":1200}");

        assertThat(operation.get("calls").values().stream()
                        .map(call -> call.get("rows").intValue()))
                .containsExactly(500, 500, 200);
        assertThat(operation.get("rows").intValue()).isEqualTo(1200);
        agreesOnUsers();
    }

    @Test
    void theSameSeedMakesTheSamePeople() {
        founded("{\"seed\":7,\"departments\":30,\"users\":20,\"tenantCode\":\"seven\"}");
        String first = users("").toString();
        String departments = running.http.get(at + "/departments").text();
        running.http.delete(at);

        founded("{\"seed\":7,\"departments\":30,\"users\":20,\"tenantCode\":\"seven\"}");

        assertThat(users("").toString()).isEqualTo(first);
        assertThat(running.http.get(at + "/departments").text()).isEqualTo(departments);
    }

    @Test
    void aBindingStopsAtTheFirstFailureAndIsTakenUpAgain() {
        founded("{\"departments\":5,\"users\":5}");
        running.seller.does(
                call -> call.path().endsWith("applicationSync") ? FakeSeller.Said.code("000005") : seller.apply(call));

        JsonNode failed = performed("bind", "{}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("reason").stringValue()).isEqualTo("applicationSync: resultCode is 000005");
        assertThat(failed.get("sent").intValue()).isEqualTo(2);
        assertThat(shown().get("bound").booleanValue()).isFalse();
        running.seller.does(seller);
        JsonNode retried = done("retry", "{}");
        assertThat(retried.get("calls").values().stream()
                        .map(call -> call.get("call").stringValue()))
                .containsExactly("applicationSync", "allOrgSync");
        assertThat(shown().get("bound").booleanValue()).isTrue();
        agrees();
    }

    @Test
    void whatIsHeldComesShuffledAndTwiceAndStillEndsInTheTruth() {
        founded("{\"departments\":10,\"users\":60}");
        done("bind", "{}");
        String held = "\"delivery\":{\"hold\":true}}";
        assertThat(performed("authorize", "{\"count\":50," + held).get("state").stringValue())
                .isEqualTo("HELD");
        performed("cancel", "{\"count\":10," + held);
        performed("change", "{\"count\":10,\"role\":\"ADMIN\"," + held);
        performed("authorize", "{\"count\":5," + held);
        performed("rename-department", "{\"orgCode\":\"D00005\",\"orgName\":\"一\"," + held);
        performed("rename-department", "{\"orgCode\":\"D00005\",\"orgName\":\"二\"," + held);
        performed("rename-department", "{\"orgCode\":\"D00006\",\"orgName\":\"三\"," + held);
        performed("add-department", "{\"orgCode\":\"LAST\"," + held);

        JsonNode delivered = done("deliver", "{\"shuffle\":4,\"secondsBetween\":20,\"delivery\":{\"copies\":2}}");

        assertThat(delivered.get("sent").intValue()).isEqualTo(16);
        agrees();
        done("rename-department", "{\"orgCode\":\"D00006\",\"orgName\":\"四\"}");
        agrees();
        assertThat(shown().get("counts").get("held").intValue()).isZero();
    }

    @Test
    void thePageShowsEnterprisesAndTheWaysIntoTheirOneAccess() {
        founded("{\"tenantCode\":\"shown\",\"departments\":3,\"users\":3}");
        done("bind", "{}");

        assertThat(running.http.get("/").text()).contains("bind DONE", "/oneaccess/shown/workbench");
    }

    @Test
    void aLateCallIsToldWithItsOldTime() {
        founded("{\"departments\":3,\"users\":3}");
        done("bind", "{}");

        done("rename-department", "{\"orgCode\":\"D00001\",\"orgName\":\"late\",\"delivery\":{\"lateSeconds\":3600}}");

        assertThat(seller.departments().get("D00001")).doesNotContain("late");
    }

    @Test
    void theCredentialStageHasNoIdsAndIsATest() {
        founded("{\"departments\":2,\"users\":1,\"credentialStage\":true,\"idsAs\":\"NULL\"}");

        done("bind", "{}");
        done("authorize", "{\"count\":1}");

        running.seller.all().stream()
                .filter(call ->
                        call.text("tenantId").equals(shown().get("tenantId").stringValue()))
                .forEach(call -> {
                    assertThat(call.body().get("instanceId").isNull()).isTrue();
                    assertThat(call.body().get("testFlag").intValue()).isEqualTo(1);
                });
        agreesOnUsers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONG_KEY",
                "UNSIGNED",
                "TAMPERED",
                "INNER_HASH",
                "STALE",
                "FUTURE",
                "NO_NONCE",
                "REUSED_NONCE",
                "BAD_FLAG",
                "LOWER_CASE",
                "NUMBERS_AS_STRINGS",
                "UNKNOWN_MEMBERS",
                "SIGNED_AS_SENT",
                "SIGNED_SORTED_WITHIN",
                "SIGNED_WITH_NULLS",
                "BAD_ROW",
                "LIST_OTHERWISE",
                "SINGLE_OBJECT"
            })
    void everyFaultOfV2IsAnsweredAsItMustBe(String fault) {
        founded("{\"departments\":2,\"users\":9}");

        JsonNode operation = done("authorize", "{\"count\":1,\"delivery\":{\"fault\":\"" + fault + "\"}}");

        isAsExpected(operation);
        agreesOnUsers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONG_KEY",
                "UNSIGNED",
                "TAMPERED",
                "QUOTED",
                "NUMBERS_AS_STRINGS",
                "UNKNOWN_MEMBERS",
                "BAD_ROW",
                "LIST_OTHERWISE",
                "UNQUOTED_NAMES"
            })
    void everyFaultOfV1IsAnsweredAsItMustBe(String fault) {
        founded("{\"edition\":\"V1\",\"departments\":4,\"users\":9}");

        JsonNode operation = done("sync-departments", "{\"delivery\":{\"fault\":\"" + fault + "\"}}");

        isAsExpected(operation);
        agreesOnDepartments();
    }

    @Test
    void aRefusedFaultThatIsAcceptedIsAViolation() {
        String tenantId =
                founded("{\"departments\":2,\"users\":2}").get("tenantId").stringValue();
        running.seller.does(call -> FakeSeller.Said.code("000000"));

        JsonNode failed = performed("bind", "{\"delivery\":{\"fault\":\"WRONG_KEY\"}}");

        assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(running.violationsOf(tenantId)).contains("FAULT_NOT_ANSWERED_AS_EXPECTED");
    }

    @Test
    void anUnsignedAnswerFailsInV1() {
        founded("{\"edition\":\"V1\",\"departments\":2,\"users\":2}");
        running.seller.does(call -> FakeSeller.Said.code("000000"));

        assertThat(performed("bind", "{}").get("reason").stringValue())
                .isEqualTo("tenantSync: http header->bodySign is empty");
    }

    @Test
    void wrongWishesAreRefusedWithTheirReason() {
        founded("{\"departments\":3,\"users\":2}");

        assertThat(refused("authorize", "{}", 400)).isEqualTo("either count or users must be given");
        assertThat(refused("authorize", "{\"users\":[\"nobody.1\"]}", 404)).isEqualTo("no user nobody.1");
        assertThat(refused("cancel", "{\"count\":1}", 409)).contains("nobody of whom");
        assertThat(refused("move-department", "{\"orgCode\":\"D00000\",\"parentCode\":\"D00001\"}", 409))
                .contains("top department");
        assertThat(refused("dance", "{}", 404)).isEqualTo("no verb dance");
        assertThat(refused("bind", "{\"delivery\":{\"fault\":\"QUOTED\"}}", 400))
                .contains("no fault of V2");
        assertThat(refused("retry", "{}", 409)).contains("no call has failed");
        assertThat(running.http.post("/simulator/enterprises", "{\"users\":0}").status())
                .isEqualTo(400);
        assertThat(running.http
                        .post("/simulator/enterprises", "{\"users\":200000,\"departments\":50000}")
                        .status())
                .isEqualTo(201);
        assertThat(running.http
                        .post("/simulator/enterprises", "{\"users\":200000,\"departments\":50000}")
                        .status())
                .isEqualTo(409);
    }

    private static void isAsExpected(JsonNode operation) {
        assertThat(operation.get("calls").values().stream()
                        .filter(call -> call.has("fault"))
                        .map(call -> call.get("asExpected").booleanValue()))
                .containsExactly(true);
    }

    private String refused(String verb, String body, int status) {
        Http.Got got = running.http.post(at + ":" + verb, body);
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        return got.json().get("error").stringValue();
    }

    private JsonNode founded(String wish) {
        running.http
                .get("/simulator/enterprises")
                .json()
                .get("enterprises")
                .values()
                .forEach(before -> running.http.delete(
                        "/simulator/enterprises/" + before.get("tenantId").stringValue()));
        Http.Got got = running.http.post("/simulator/enterprises", wish);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        at = "/simulator/enterprises/" + got.json().get("tenantId").stringValue();
        return got.json();
    }

    private JsonNode performed(String verb, String body) {
        Http.Got got = running.http.post(at + ":" + verb, body);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json();
    }

    private JsonNode done(String verb, String body) {
        JsonNode operation = performed(verb, body);
        assertThat(operation.get("state").stringValue())
                .as(operation.toString())
                .isEqualTo("DONE");
        return operation;
    }

    private JsonNode shown() {
        return running.http.get(at).json();
    }

    private String someone() {
        return users("?authorized=true&limit=1").get(0).get("userName").stringValue();
    }

    private JsonNode users(String query) {
        return running.http.get(at + "/users" + query).json().get("users");
    }

    private void agrees() {
        agreesOnDepartments();
        agreesOnUsers();
    }

    private void agreesOnDepartments() {
        Map<String, String> truth = running.http.get(at + "/departments").json().get("departments").values().stream()
                .collect(Collectors.toMap(
                        each -> each.get("orgCode").stringValue(),
                        each -> each.get("orgName").stringValue() + " < "
                                + each.get("parentCode").stringValue()));
        assertThat(new TreeMap<>(seller.departments())).isEqualTo(new TreeMap<>(truth));
    }

    private void agreesOnUsers() {
        Map<String, String> truth = users("?authorized=true&limit=10000").values().stream()
                .collect(Collectors.toMap(
                        each -> each.get("userName").stringValue(),
                        each -> each.get("orgCode").stringValue() + " "
                                + each.get("role").stringValue() + " "
                                + each.get("enabled").booleanValue()));
        assertThat(new TreeMap<>(seller.users())).isEqualTo(new TreeMap<>(truth));
    }
}
