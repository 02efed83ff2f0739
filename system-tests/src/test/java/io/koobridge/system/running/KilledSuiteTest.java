package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.system.Repository;
import io.koobridge.testkit.FreePorts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole suite, each service's real jar as a process, from its start to its stop: starting it costs the most, so that
 * all that needs it shares it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledSuiteTest {

    private static final Path DIRECTORY = Repository.ROOT
            .resolve("system-tests/target/suite")
            .resolve(Long.toString(ProcessHandle.current().pid()));
    private static final int ROUNDS = Boolean.getBoolean("koobridge.full") ? 5 : 1;
    private static final int LICENCES = 120;
    private static final int DEPARTMENTS = 800;
    private static final int USERS = 600;
    private static final Duration TIME_TO_SETTLE = Duration.ofMinutes(2);
    private static final String KEY = "a-key-that-the-user-chose";

    private final String gateway = "http://127.0.0.1:" + FreePorts.next();
    private Recorder recorder;
    private Suite suite;

    @BeforeAll
    void start() {
        recorder = Recorder.start(DIRECTORY);
        suite = Suite.start(
                DIRECTORY,
                Map.of(
                        "KOOBRIDGE_GATEWAY_URL",
                        gateway,
                        "KOOBRIDGE_KEY_BASE",
                        KEY,
                        "KOOBRIDGE_PROVISIONER_HTTP_URL",
                        recorder.url().toString(),
                        "KOOBRIDGE_PROVISIONER_HTTP_SECRET",
                        Recorder.SECRET));
        suite.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        suite.end();
        recorder.close();
    }

    @Test
    @Order(1)
    void localEnvTellsAnOutsiderAllThatIsNeeded() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(suite.localEnv())))
                .isEqualTo("rw-------");
        assertThat(suite.variable("KOOBRIDGE_GATEWAY_URL")).isEqualTo(gateway);
        assertThat(suite.variable("KOOBRIDGE_KEY_BASE")).isEqualTo(KEY);
        assertThat(Http.status(URI.create(gateway + "/actuator/health/liveness")))
                .isEqualTo(200);
        assertThat(suite.process(Part.GATEWAY).info().commandLine().orElseThrow())
                .contains("gateway-service");
        assertThat(new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL"), KEY)
                        .ask(List.of("never-heard-of"))
                        .path("resultCode")
                        .asString())
                .isEqualTo("000003");
        assertThat(new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL"), "another-key")
                        .ask(List.of("never-heard-of"))
                        .path("resultCode")
                        .asString())
                .isEqualTo("000001");
    }

    /** An acknowledged purchase is never lost and never doubled, whatever is killed. */
    @Tag("promise:never-lost")
    @Test
    @Order(2)
    void noAcknowledgedPurchaseIsLostOrDoubledWhateverIsKilled() throws Exception {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        try (var facts = new Facts(suite.variable("KOOBRIDGE_BROKER_ADDRESS"));
                var ledger = new Ledger(suite.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            var ordeal = new Ordeal(suite, marketplace, facts, ledger);

            for (int round = 0; round < ROUNDS; round++) {
                ordeal.killWhileBuying(200, Part.PROVISIONING);
                ordeal.killWhileBuying(200, Part.BROKER);
                ordeal.killWhileBuying(200, Part.STORE);
                ordeal.killWhileBuying(200, Part.GATEWAY);
                ordeal.killWhileBuying(200, Part.PROVISIONING, Part.BROKER, Part.STORE);
            }
            ordeal.awaitQuiet();

            new Verdict(suite, marketplace, recorder.recording())
                    .everythingBoughtIsThereOnce(1_000 * ROUNDS, 200 * ROUNDS)
                    .theProductWasAskedInOrder(ordeal.wanted(), ledger)
                    .nothingWasPutAside(facts, ledger);
            System.out.println(ordeal.report(recorder.recording()));
        }
    }

    /** Every application that was accepted has exactly one licence at the marketplace, whatever is killed and however often. */
    @Tag("promise:one-licence")
    @Test
    @Order(3)
    void everyApplicationHasOneLicenceHoweverOftenLicenseServiceIsKilled() {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        var licences = Licences.bought(marketplace, LICENCES);
        // So that somebody dies between an upload and its answer.
        marketplace.put(
                "/simulator/open-api/faults",
                "{\"api\":\"UPLOAD\",\"kind\":\"DELAY\",\"seconds\":1,\"calls\":%d}".formatted(LICENCES / 4));

        licences.apply(LICENCES / 2);
        killWhileDraining(licences);
        licences.apply(LICENCES / 2);
        // Before it has caught up, and once more while it does.
        killWhileDraining(licences);
        killWhileDraining(licences);
        licences.awaitAllDelivered();

        assertThat(licences.applications()).hasSize(LICENCES);
        licences.areOneForEach();
        assertThat(marketplace.violations().path("violations").valueStream()).isEmpty();
        try (var books = new LicenseBooks(suite.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            assertThat(books.digests()).isEqualTo(licences.digests());
            await("no work left").atMost(TIME_TO_SETTLE).until(books::unsettled, List::isEmpty);
            assertThat(books.findings()).as("findings").isZero();
        }
    }

    /** As soon as some more are delivered; returns when it serves again. */
    private void killWhileDraining(Licences licences) {
        long before = licences.deliveredWithRestarts();
        await("licences to be delivered")
                .atMost(TIME_TO_SETTLE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> licences.deliveredWithRestarts() > before);
        suite.kill(Part.LICENSE);
        suite.awaitServing(Part.LICENSE);
    }

    /**
     * Exactly as many as were paid for, and every other one is told so: nobody calls again by itself who hears {@code 000005} (license §2.4).
     * The first applications after a start, so that nothing is warm.
     */
    @Tag("promise:exact-quota")
    @Test
    @Order(4)
    void ofTwoHundredWhoApplyAtOnceForTheLastTwoLicencesTwoGetOne() throws Exception {
        var licences = Licences.bought(new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL")), 2);
        try (var books = new LicenseBooks(suite.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            var applicants = licences.applicants(
                    suite.url("KOOBRIDGE_GATEWAY_URL"), suite.variable("KOOBRIDGE_KEY_LICENSE"), books);
            suite.kill(Part.LICENSE);
            suite.awaitServing(Part.LICENSE);

            assertThat(applicants.applyAtOnce(200)).isEqualTo(Map.of("000004", 2L, "000900", 198L));
        }
    }

    /** Whatever changed while the directory was down, it ends exactly as the enterprise is. */
    @Tag("promise:directory-follows")
    @Test
    @Order(5)
    void aDirectoryThatWasDownEndsExactlyAsTheEnterpriseIs() {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        var enterprise = Enterprise.founded(marketplace, "down", 40, 120).does("bind", "{}");
        awaitInDirectory(marketplace, enterprise);
        marketplace.put("/scim/control/faults", "{\"kind\":\"DOWN\"}");

        enterprise.does("authorize", "{\"count\":100}");
        var codes = enterprise.departments().stream()
                .map(department -> department.path("orgCode").asString())
                .toList();
        enterprise
                .does(
                        "move-department",
                        "{\"orgCode\":\"%s\",\"parentCode\":\"%s\"}".formatted(codes.getLast(), codes.getFirst()))
                .does("delete-department", "{\"orgCode\":\"%s\"}".formatted(codes.get(codes.size() - 2)))
                .does("disable", "{\"count\":5}")
                .does("change", "{\"count\":5,\"role\":\"ADMIN\"}")
                .does("cancel", "{\"count\":10}")
                .does("delete", "{\"count\":10}");
        assertThat(DirectoryPage.of(marketplace, enterprise.tenantId()))
                .as("nothing has reached it")
                .isNotEqualTo(enterprise.wanted());
        marketplace.delete("/scim/control/faults");

        awaitInDirectory(marketplace, enterprise);
    }

    /** What was acknowledged of a whole organisation and of its users is stored once, and nothing is missing, whatever dies in the middle. */
    @Tag("promise:kit-rows-once")
    @Test
    @Order(6)
    void everyRowIsStoredOnceThoughTenantSyncServiceIsKilledInTheMiddle() {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        var enterprise = Enterprise.founded(marketplace, "killed", DEPARTMENTS, USERS);

        enterprise.does("bind", "{}").does("authorize", "{\"count\":%d}".formatted(USERS));
        suite.kill(Part.TENANTS);
        suite.awaitServing(Part.TENANTS);
        enterprise.does("sync-departments", "{}");

        try (var books = new TenantBooks(suite.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            await("every row")
                    .atMost(TIME_TO_SETTLE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        assertThat(books.size("departments", enterprise.tenantId()))
                                .isEqualTo(DEPARTMENTS);
                        assertThat(books.size("users", enterprise.tenantId())).isEqualTo(USERS);
                        assertThat(books.unfinishedRuns(enterprise.tenantId())).isZero();
                    });
        }
        awaitInDirectory(marketplace, enterprise);
    }

    private void awaitInDirectory(Marketplace marketplace, Enterprise enterprise) {
        var wanted = enterprise.wanted();
        await("the directory to be as the enterprise")
                .atMost(TIME_TO_SETTLE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(DirectoryPage.of(marketplace, enterprise.tenantId()))
                        .isEqualTo(wanted));
    }

    /** A client secret, a mobile number and an e-mail address that were told are in no topic, no document, no file, no log and no answer. */
    @Tag("promise:personal-data-are-sealed")
    @Tag("promise:secrets-are-never-shown")
    @Test
    @Order(7)
    void whatWasToldInConfidenceStandsNowhereInClear() throws Exception {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        var enterprise = Enterprise.founded(marketplace, "discreet", 3, 20).does("bind", "{}");
        // Refused, by an answer that says why; then taken.
        enterprise.perform("authorize", "{\"count\":10,\"delivery\":{\"fault\":\"BAD_ROW\"}}");
        awaitInDirectory(marketplace, enterprise);
        var somebody = enterprise.toldOf().getFirst();
        var secrets = List.of(
                enterprise.clientSecret(),
                somebody.path("mobile").asString(),
                somebody.path("email").asString());
        assertThat(DirectoryPage.of(marketplace, enterprise.tenantId()).values())
                .as("the directory is told")
                .anyMatch(user -> user.contains(secrets.getLast()));

        assertThat(Traces.of(List.of(somebody.path("userName").asString()), suite.home()))
                .as("where it would be found")
                .anyMatch(file -> file.contains("koobridge.facts.tenants"))
                .anyMatch(file -> file.contains("store"));
        assertThat(Traces.of(secrets, suite.home())).isEmpty();
        try (var books = new TenantBooks(suite.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            assertThat(books.everything()).isNotEmpty().noneMatch(document -> secrets.stream()
                    .anyMatch(document::contains));
        }
        assertThat(marketplace.get("/simulator/calls?limit=1000").path("calls").valueStream())
                .anyMatch(call -> call.path("resultCode").asString("").equals("000002"))
                .noneMatch(call ->
                        secrets.stream().anyMatch(call.path("responseBody").asString("")::contains));
    }

    @Test
    @Order(8)
    void endsWithoutATraceWhenItIsAskedTo() throws Exception {
        var processes = Stream.of(Part.values()).map(suite::process).toList();

        assertThat(suite.stop()).isZero();

        assertThat(suite.localEnv()).doesNotExist();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
}
