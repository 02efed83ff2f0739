package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** One gateway for all tests of this JVM, whose clock shows when vector A of saas-v2 §7.6 was signed. */
abstract class GatewayTest {

    static final Instant VECTOR_A = Instant.ofEpochMilli(1730000000123L);

    static final MutableClock CLOCK = MutableClock.at(VECTOR_A);
    static final FakeProvisioning PROVISIONING = FakeProvisioning.on(FreePorts.next());
    static final RunningGateway GATEWAY = started();

    private static RunningGateway started() {
        var gateway = RunningGateway.start(TestBroker.shared().bootstrapServers(), PROVISIONING.url(), CLOCK);
        awaitStoring(gateway, CLOCK);
        return gateway;
    }

    /** The topic and the producer come into being while the gateway answers already. */
    static void awaitStoring(RunningGateway gateway, MutableClock clock) {
        Awaitility.await("facts can be stored")
                .pollInSameThread() // the class of this very lambda may still be initializing
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Connection.exchange(
                                gateway.port(),
                                Call.newInstance(clock, "CS-WARM-UP").bytes())
                        .code()
                        .equals("000004"));
    }

    @BeforeEach
    void fromTheBeginning() {
        CLOCK.set(VECTOR_A);
        PROVISIONING.reset();
    }

    static Reply send(Call call) {
        return Connection.exchange(GATEWAY.port(), call.bytes());
    }

    /** From the internal port, with the service token. */
    static String ask(String path) {
        var request = "GET %s HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path, RunningGateway.TOKEN);
        try (var connection = Connection.to(GATEWAY.internalPort())) {
            return connection.send(request.getBytes(US_ASCII)).readToEnd();
        }
    }

    static CallbackAnswered lastJournaled() {
        return GATEWAY.journaled().getLast();
    }

    static double counted(String meter, String... tags) {
        return GATEWAY.meters().find(meter).tags(tags).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}
