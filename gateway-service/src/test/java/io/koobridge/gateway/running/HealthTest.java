package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise: the health says what is down; readiness never follows the broker (design §8). */
class HealthTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final MutableClock clock = MutableClock.at(GatewayTest.VECTOR_A);

    @Test
    void aBrokerThatIsDownIsNamedUntilItIsBackAndTheGatewayStaysReady(@TempDir Path directory) throws Exception {
        try (var broker = BrokerProcess.in(directory);
                var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = RunningGateway.start(broker.bootstrapServers(), provisioning.url(), clock)) {
            await().atMost(SOON).until(() -> status(health(gateway)).equals("UP"));

            broker.kill();
            await().atMost(SOON)
                    .until(() -> status(component(gateway, "broker")).equals("DOWN"));
            assertThat(status(health(gateway))).isEqualTo("DOWN");
            assertThat(exchange(gateway, "/actuator/health/readiness")).startsWith("HTTP/1.0 200");

            broker.restart();
            await().atMost(SOON).until(() -> status(health(gateway)).equals("UP"));
        }
    }

    private static JsonNode component(RunningGateway gateway, String name) {
        return health(gateway).path("components").path(name);
    }

    private static String status(JsonNode node) {
        return node.path("status").asString("absent");
    }

    private static JsonNode health(RunningGateway gateway) {
        var answer = exchange(gateway, "/actuator/health");
        return JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static String exchange(RunningGateway gateway, String path) {
        try (var connection = Connection.to(gateway.internalPort())) {
            return connection
                    .send("GET %s HTTP/1.0\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII))
                    .readToEnd();
        }
    }
}
