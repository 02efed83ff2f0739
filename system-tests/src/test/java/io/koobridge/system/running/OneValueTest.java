package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.system.Repository;
import io.koobridge.testkit.FreePorts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example product beside the suite, as a seller tries it. */
class OneValueTest {

    private static final Path DIRECTORY = Repository.ROOT
            .resolve("system-tests/target/one-value")
            .resolve(Long.toString(ProcessHandle.current().pid()));

    /** Pointing KooBridge at a product takes one configuration value. */
    @Tag("promise:one-value")
    @Test
    void oneValuePointsKooBridgeAtTheProduct() throws InterruptedException {
        int port = FreePorts.next();
        var suite = Suite.start(
                DIRECTORY, Map.of("KOOBRIDGE_PROVISIONER_HTTP_URL", "http://127.0.0.1:%d/koobridge".formatted(port)));
        try {
            suite.awaitReady();
            try (var _ = ProductProcess.start(suite.home(), port)) {
                var marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));

                var orderId = marketplace.buyOne("{}");
                await("the buyer's address").atMost(Duration.ofMinutes(1)).until(() -> marketplace
                        .purchase(orderId)
                        .path("status")
                        .asString()
                        .equals("READY"));

                var purchase = marketplace.purchase(orderId);
                var page = purchase.path("appInfo").path("frontEndUrl").asString();
                assertThat(page).startsWith("http://127.0.0.1:%d/".formatted(port));
                assertThat(Http.get(URI.create(page)))
                        .contains(purchase.path("instanceId").asString());
            }
        } finally {
            suite.end();
        }
    }
}
