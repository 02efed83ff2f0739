package io.koobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real jars, each under a little load. Whether everything works, not how quickly. */
class SmokeTest {

    private static final Path HOME = Path.of("target/smoke").toAbsolutePath();

    @BeforeEach
    void asTheScriptStartsIt() {
        System.setProperty("koobridge.root", Path.of("../..").toAbsolutePath().toString());
    }

    @AfterEach
    void forgetTheRoot() {
        System.clearProperty("koobridge.root");
    }

    @Test
    void everyTargetAnswersRightAndEachSectionBringsItsRows() {
        var json = tried("callbacks,editions");

        assertThat(firstCells(json.at("/sections/callbacks/tables/0")))
                .containsExactly(
                        "gateway",
                        "broker, for the gateway",
                        "load process, for the gateway",
                        "bare endpoint",
                        "load process, for the bare endpoint",
                        "synchronous peer",
                        "store, for the synchronous peer",
                        "load process, for the synchronous peer",
                        "gateway, for the full stack",
                        "provisioning, for the full stack",
                        "broker, for the full stack",
                        "store, for the full stack",
                        "load process, for the full stack");
        assertThat(firstCells(json.at("/sections/callbacks/tables/2"))).hasSize(12);
        assertThat(firstCells(json.at("/sections/editions/tables/0")))
                .containsExactly(
                        "newInstance of V2", "newInstance of V1", "refreshInstance of V2", "refreshInstance of V1");
        assertThat(json.at("/sections/callbacks/bars").size()).isEqualTo(7);
        assertThat(json.at("/sections/editions/bars").size()).isEqualTo(4);
    }

    /** The stack of callbacks once more, and a ledger that is filled first. */
    @Test
    @EnabledIfSystemProperty(named = "koobridge.full", matches = "true", disabledReason = "played whole alone")
    void ledgersAreFilledAndWorkedOff() {
        var json = tried("ledger,scale");

        assertThat(firstCells(json.at("/sections/ledger/tables/0")))
                .containsExactly("store: single inserts, 64 in flight", "ledger: purchases", "ledger: freezes");
        assertThat(firstCells(json.at("/sections/scale/tables/0")))
                .containsExactly(
                        "all four processes",
                        "of which gateway",
                        "of which provisioning",
                        "of which store",
                        "of which broker");
        assertThat(json.at("/sections/ledger/bars").size()).isEqualTo(2);
        assertThat(json.at("/sections/scale/bars").size()).isEqualTo(1);
    }

    /** Four processes start for it, license-service twice: minutes that the build does not have. */
    @Test
    @EnabledIfSystemProperty(named = "koobridge.full", matches = "true", disabledReason = "played whole alone")
    void licencesAreAppliedForAndDrained() {
        var json = tried("licenses");

        assertThat(firstCells(json.at("/sections/licenses/tables/0")))
                .containsExactly(
                        "getLicenseAsync, 100 calls/s",
                        "newInstance of V2, 100 calls/s",
                        "times as long, 100 calls/s",
                        "getLicenseAsync, 500 calls/s",
                        "newInstance of V2, 500 calls/s",
                        "times as long, 500 calls/s");
        assertThat(firstCells(json.at("/sections/licenses/tables/1"))).hasSize(6);
        assertThat(json.at("/sections/licenses/bars").size()).isEqualTo(2);
    }

    @Test
    @EnabledIfSystemProperty(named = "koobridge.full", matches = "true", disabledReason = "played whole alone")
    void enterprisesAreToldOfAndStored() {
        var json = tried("tenants");

        assertThat(firstCells(json.at("/sections/tenants/tables/0")))
                .contains("500 users acknowledged, p99, ms", "store: bulk inserts each second");
        assertThat(json.at("/sections/tenants/bars").size()).isEqualTo(5);
    }

    /** What they start is started by other tests too, and by the demo. */
    @Test
    @EnabledIfSystemProperty(named = "koobridge.full", matches = "true", disabledReason = "played whole alone")
    void theSuiteIsMeasuredAsUpStartsIt() {
        var json = tried("full-stack,start-up");

        assertThat(firstCells(json.at("/sections/full-stack/tables/0")))
                .containsExactly("gateway", "provisioning", "broker", "store", "simulator");
        assertThat(json.at("/sections/full-stack/bars").size()).isEqualTo(5);
        assertThat(firstCells(json.at("/sections/start-up/tables/0"))).contains("plain jar");
    }

    private static JsonNode tried(String sections) {
        var report = Path.of("target/smoke.json");

        int exit = Main.command()
                .execute("--quick", "--only", sections, "--home", HOME.toString(), "--json", report.toString());

        assertThat(exit).isZero();
        return new JsonMapper().readTree(report);
    }

    private static List<String> firstCells(JsonNode table) {
        return table.path("rows")
                .valueStream()
                .map(row -> row.path(0).asString())
                .toList();
    }
}
