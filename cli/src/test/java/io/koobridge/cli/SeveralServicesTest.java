package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An installation that sells licences, too: lists are of all services, and a name tells who has what is acted on. */
class SeveralServicesTest extends OperatorTest {

    private static final String NOBODY = "http://127.0.0.1:1";

    SeveralServicesTest(@TempDir Path home) throws IOException {
        super(home);
    }

    @Test
    void aListHasWhatEachServiceHasAndSaysWhose() {
        answers.put("/provisioning/internal/findings?state=open&limit=100", finding("STUCK", "kb1"));
        answers.put("/license/internal/findings?state=open&limit=100", finding("UPLOAD_REFUSED", "kb2"));

        assertThat(execute(both(), "findings")).isZero();
        assertThat(out.toString())
                .containsSubsequence("service", "kind", "provisioning", "STUCK", "license", "UPLOAD_REFUSED");

        out.getBuffer().setLength(0);
        assertThat(execute(both(), "findings", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).path("findings").valueStream())
                .extracting(row -> row.path("service").asString())
                .containsExactly("provisioning", "license");
    }

    @Test
    void aServiceThatIsAwayTakesNothingFromWhatTheOthersSay() {
        answers.put("/internal/work?limit=100&state=stuck", work("applications", "kb2|e1"));
        answers.put("/internal/work?limit=100&state=stopped", new Answer(200, "{\"work\":[]}"));

        assertThat(execute(reached(NOBODY, url()), "stuck")).isEqualTo(3);

        assertThat(out.toString()).contains("license", "applications", "kb2|e1");
        assertThat(error.toString()).contains("Nobody answers at " + NOBODY);
    }

    @Test
    void whoeverNamesOneIsToldOfThatAlone() {
        answers.put("/internal/dead-letters?limit=50", new Answer(200, list(null, letter(ID))));

        assertThat(execute(reached(NOBODY, url()), "dead-letters", "--service", "license"))
                .isZero();

        assertThat(out.toString()).contains(ID).doesNotContain("service");
    }

    @Test
    void aFindingIsClosedInTheServiceThatHasIt() {
        answers.put("/license/internal/findings/USAGE_NOT_TAKEN/code-1:close", new Answer(200, "{}"));

        assertThat(execute(both(), "findings", "close", "USAGE_NOT_TAKEN", "code-1", "--why", "seen"))
                .isZero();
        assertThat(execute(both(), "findings", "close", "STUCK", "nobody", "--why", "seen"))
                .isEqualTo(1);
    }

    @Test
    void aFindingThatIsStillNeededIsLookedForNoFurther() {
        answers.put("/provisioning/internal/findings/STOPPED/kb1:close", new Answer(409, "{\"detail\":\"stopped\"}"));
        answers.put("/license/internal/findings/STOPPED/kb1:close", new Answer(200, "{}"));

        assertThat(execute(both(), "findings", "close", "STOPPED", "kb1", "--why", "seen"))
                .isEqualTo(1);
        assertThat(error.toString()).contains("stopped");
    }

    @Test
    void aServiceThatIsAwayMayHaveTheFinding() {
        assertThat(execute(reached(NOBODY, url()), "findings", "close", "STUCK", "kb1", "--why", "seen"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "license-codes"})
    void theLedgerTellsWhoTriesAgain(String ledger) {
        answers.put("/license/internal/work/" + ledger + "/a:retry", new Answer(200, "{\"state\":\"started\"}"));

        assertThat(execute(both(), "retry", "a", "--ledger", ledger, "--why", "x"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "koobridge.facts.licenses.dlq:0:7",
                "koobridge.facts.license-codes.dlq:0:7",
                "koobridge.state.instances.dlq:0:7"
            })
    void theTopicTellsWhoHasADeadLetter(String id) {
        answers.put("/license/internal/dead-letters/" + encoded(id) + ":park", new Answer(200, "{}"));

        assertThat(execute(both(), "dead-letters", "park", id, "--why", "x")).isZero();
    }

    @Test
    void whatTenantsHaveIsListedAndActedOnThere() {
        answers.put("/tenants/internal/findings?state=open&limit=100", finding("DEPARTMENT_CIRCLE", "t-1"));
        answers.put("/tenants/internal/work/tenants/t-1:retry", new Answer(200, "{\"state\":\"started\"}"));
        var letter = "koobridge.facts.tenants.dlq:0:7";
        answers.put("/tenants/internal/dead-letters/" + encoded(letter) + ":park", new Answer(200, "{}"));
        var tenants = Map.of("KOOBRIDGE_TENANTS_INTERNAL_URL", url() + "/tenants", "KOOBRIDGE_SERVICE_TOKEN", TOKEN);

        assertThat(execute(tenants, "findings")).isZero();
        assertThat(out.toString()).contains("DEPARTMENT_CIRCLE", "t-1");
        assertThat(execute(tenants, "retry", "t-1", "--ledger", "tenants", "--why", "x"))
                .isZero();
        assertThat(execute(tenants, "dead-letters", "park", letter, "--why", "x"))
                .isZero();
    }

    @Test
    void aPlaceIsFreedByTheServiceThatHasThePlaces() {
        answers.put("/license/internal/applications/lic%7C1:free-place", new Answer(200, "{\"state\":\"started\"}"));

        assertThat(execute(both(), "license", "free-place", "lic|1", "--why", "not in the Seller Console"))
                .isZero();

        assertThat(out.toString()).contains("Started");
        assertThat(received.getLast().body()).isEqualTo("{\"why\":\"not in the Seller Console\"}");
        assertThat(execute(both(), "license", "free-place", "lic|1")).isEqualTo(2);
    }

    private Map<String, String> both() {
        return reached(url() + "/provisioning", url() + "/license");
    }

    private static Map<String, String> reached(String provisioning, String license) {
        return Map.of(
                "KOOBRIDGE_PROVISIONING_INTERNAL_URL",
                provisioning,
                "KOOBRIDGE_LICENSE_INTERNAL_URL",
                license,
                "KOOBRIDGE_SERVICE_TOKEN",
                TOKEN);
    }

    private static Answer finding(String kind, String subject) {
        return new Answer(
                200, "{\"findings\":[{\"kind\":\"%s\",\"subject\":\"%s\",\"open\":true}]}".formatted(kind, subject));
    }

    private static Answer work(String ledger, String id) {
        return new Answer(200, "{\"work\":[{\"ledger\":\"%s\",\"id\":\"%s\"}]}".formatted(ledger, id));
    }
}
