package io.koobridge.gateway.running;

import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One gateway for all tests of a class, whose clock shows when vector A of saas-v2 §7.6 was signed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayTest {

    static final Instant VECTOR_A = Instant.ofEpochMilli(1730000000123L);

    final MutableClock clock = MutableClock.at(VECTOR_A);
    final FakeProvisioning provisioning = FakeProvisioning.on(FreePorts.next());
    final RunningGateway gateway =
            RunningGateway.start(TestBroker.shared().bootstrapServers(), provisioning.url(), clock);

    @BeforeAll
    void untilFactsCanBeStored() {
        Awaitility.await("the topic and the producer")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> send(Call.newInstance(clock, "CS-WARM-UP")).code().equals("000004"));
    }

    @BeforeEach
    void fromTheBeginning() {
        clock.set(VECTOR_A);
        provisioning.reset();
    }

    @AfterAll
    void stop() {
        gateway.close();
        provisioning.close();
    }

    Reply send(Call call) {
        return Connection.exchange(gateway.port(), call.bytes());
    }
}
