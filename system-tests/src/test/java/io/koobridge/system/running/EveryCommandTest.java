package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.system.Repository;
import io.koobridge.system.documents.DocumentsTest;
import io.koobridge.system.documents.commands.Block;
import io.koobridge.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One suite that knows a product: as a seller tries it, and then what the documents show, typed block by block. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryCommandTest {

    private static final Path DIRECTORY = Repository.ROOT
            .resolve("system-tests/target/every-command")
            .resolve(Long.toString(ProcessHandle.current().pid()));

    private final int productPort = FreePorts.next();
    private Suite suite;
    private Desk desk;

    static Stream<Block> blocks() throws IOException {
        return DocumentsTest.documents()
                .flatMap(document -> Block.in(document).stream())
                .filter(Block::isRunHere);
    }

    @BeforeAll
    void start() throws Exception {
        suite = Suite.start(
                DIRECTORY,
                Map.of(
                        "KOOBRIDGE_PROVISIONER_HTTP_URL",
                        "http://127.0.0.1:%d/koobridge".formatted(productPort),
                        "KOOBRIDGE_LOGIN_APPLICATIONS_PRODUCT_RETURNURLS_0",
                        "http://127.0.0.1:%d/login".formatted(productPort)));
        suite.awaitReady();
        desk = new Desk(
                suite.home(),
                Map.of(
                        "kb1", this::unsettled,
                        "kb2", this::refused,
                        "koobridge.facts.instances.dlq:0:7", this::putAside,
                        "koobridge.facts.instances.dlq:0:8", this::putAside,
                        ".koobridge/local.env", () -> suite.localEnv().toString(),
                        "./koobridge product", () -> "./koobridge product --port " + productPort));
    }

    @AfterAll
    void stop() throws InterruptedException {
        suite.end();
    }

    /** Pointing KooBridge at a product takes one configuration value. */
    @Tag("promise:one-value")
    @Order(1)
    @Test
    void oneValuePointsKooBridgeAtTheProduct() {
        try (var _ = ProductProcess.start(suite.home(), productPort)) {
            var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));

            var orderId = marketplace.buyOne("{}");
            await("the buyer's address").atMost(Duration.ofMinutes(1)).until(() -> marketplace
                    .purchase(orderId)
                    .path("status")
                    .asString()
                    .equals("READY"));

            var purchase = marketplace.purchase(orderId);
            var page = purchase.path("appInfo").path("frontEndUrl").asString();
            assertThat(page).startsWith("http://127.0.0.1:%d/".formatted(productPort));
            assertThat(Http.get(URI.create(page)))
                    .contains(purchase.path("instanceId").asString());
        }
    }

    /** As one of an enterprise's people sees it: the product's link, OneAccess's form, the product's page. */
    @Order(2)
    @Test
    void somebodyLogsInWithARealBrowserAndTheProductKnowsWhoItIs() {
        assumeTrue(WebBrowser.isHere(), "chromium and chromedriver are on the PATH");
        var enterprise = Enterprise.founded(new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL")), "browsing", 3, 10)
                .does("bind", "{}")
                .does("authorize", "{\"count\":3}");
        var person = enterprise.toldOf().getFirst();

        try (var _ = ProductProcess.start(suite.home(), productPort);
                var browser = WebBrowser.start(DIRECTORY)) {
            browser.open(URI.create("http://127.0.0.1:%d/login".formatted(productPort)));
            browser.type("input[name=account]", person.path("account").asString());
            browser.type("input[name=password]", person.path("password").asString());
            browser.click("button");

            await("the product's page")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(browser.address()).startsWith("http://127.0.0.1:%d/".formatted(productPort));
                        assertThat(browser.text())
                                .contains(
                                        person.path("name").asString(),
                                        enterprise.name(),
                                        person.path("role").asString());
                    });
        }
    }

    /** After the product was there: some blocks show what becomes of a purchase without it. */
    @Tag("promise:documents-are-true")
    @Order(3)
    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockDoesWhatItsPageSays(Block block) throws Exception {
        assertThat(desk.type(block)).as(block.toString()).isEmpty();
    }

    /** An instance whose product is not there. */
    private String unsettled() {
        var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        var order = marketplace.buyOne("{}");
        await("the instance")
                .atMost(Duration.ofMinutes(1))
                .until(() -> marketplace.purchase(order).hasNonNull("instanceId"));
        return marketplace.purchase(order).path("instanceId").asString();
    }

    /** An instance that nobody ordered and somebody froze, which is a finding. */
    private String refused() throws Exception {
        try (var facts = new Facts(suite.variable("KOOBRIDGE_BROKER_ADDRESS"))) {
            facts.tell("kb-nobody-ordered-this", Instant.now(), new InstanceFrozen());
            facts.awaitAcknowledged();
        }
        await("the finding")
                .atMost(Duration.ofMinutes(1))
                .until(() -> suite.cli("findings").output().contains("kb-nobody-ordered-this"));
        return "kb-nobody-ordered-this";
    }

    private String putAside() throws Exception {
        var key = "nonsense-" + UUID.randomUUID();
        try (var facts = new Facts(suite.variable("KOOBRIDGE_BROKER_ADDRESS"))) {
            facts.tellNonsense(key);
        }
        return new DeadLetterBox(suite).await(key, 1);
    }
}
