package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promise: the health says what is down; readiness never follows broker or store (design §8). */
class HealthTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void whatIsDownIsNamedUntilItIsBackAndTheServiceStaysReady() throws Exception {
        int port = FreePorts.next();
        var direct = URI.create(TestStore.shared().freshConnectionString(HealthTest.class));
        try (var marketplace = new FakeServer(Marketplace::order);
                var cable = new Cable(direct.getPort());
                var broker = new BrokerProcess(port);
                var service = new RunningProvisioning(
                        marketplace.url(),
                        Map.of(
                                "koobridge.provisioner.template.front-end-url",
                                "https://app.example.com",
                                "spring.kafka.bootstrap-servers",
                                "127.0.0.1:" + port,
                                RunningProvisioning.BROKER_IS_WAITED_FOR,
                                "500",
                                "spring.mongodb.uri",
                                "mongodb://127.0.0.1:%d%s?serverSelectionTimeoutMS=2000"
                                        .formatted(cable.port(), direct.getPath())))) {
            var actuator = new Actuator(service);
            assertThat(actuator.health("broker")).isEqualTo("DOWN");
            assertThat(actuator.health("topics")).isEqualTo("DOWN");
            assertThat(actuator.health()).isEqualTo("DOWN");

            broker.start();
            await().atMost(SOON).until(() -> actuator.health().equals("UP"));
            assertThat(actuator.health("broker")).isEqualTo("UP");
            assertThat(actuator.health("topics")).isEqualTo("UP");
            assertThat(actuator.health("store")).isEqualTo("UP");

            cable.cut();
            await().atMost(SOON).until(() -> actuator.health("store").equals("DOWN"));
            assertThat(actuator.health()).isEqualTo("DOWN");
            assertThat(actuator.health("broker")).isEqualTo("UP");
            assertThat(actuator.readiness()).isEqualTo(200);

            broker.kill();
            await().atMost(SOON).until(() -> actuator.health("broker").equals("DOWN"));
            assertThat(actuator.readiness()).as("both are down").isEqualTo(200);

            cable.mend();
            await().atMost(SOON).until(() -> actuator.health("store").equals("UP"));
            assertThat(actuator.healthComponents())
                    .as("those that docs/metrics.md lists")
                    .containsExactlyInAnyOrder("broker", "topics", "store", "livenessState", "readinessState");
        }
    }
}
