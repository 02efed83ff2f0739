package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A V1 purchase is held for its instance, and never longer than KooGallery waits (saas-v1 §1.1, design §3.8). */
class V1HoldTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Beyond the promise, so that an answer within it was not held. */
    private static final Duration LONG = Duration.ofSeconds(12);

    /** Beyond the time that it is held: what every call has. */
    private static final Duration PROMISE = Duration.ofSeconds(3);

    private final MutableClock clock = MutableClock.at(GatewayTest.VECTOR_A);

    @Tag("promise:v1-answered-in-time")
    @Test
    void aPurchaseIsAnsweredInTimeWhoeverHangs() throws Exception {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = start(TestBroker.shared().bootstrapServers(), provisioning, SHORT)) {
            GatewayTest.awaitStoring(gateway, clock);
            provisioning.awaits(question -> new OrderedInstance(ready()));
            assertThat(timed(gateway, "CS-HELD", SHORT.plus(PROMISE)).code()).isEqualTo("000000");

            provisioning.hang();

            assertThat(timed(gateway, "CS-HANGING", SHORT.plus(PROMISE)).code()).isEqualTo("000004");
        }
    }

    @Tag("promise:v1-answered-in-time")
    @Test
    void aPurchaseThatCannotBeStoredIsNotHeld() throws Exception {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = start("127.0.0.1:" + FreePorts.next(), provisioning, LONG)) {
            provisioning.hang();

            assertThat(timed(gateway, "CS-NOWHERE", PROMISE).code()).isEqualTo("000005");
        }
    }

    private RunningGateway start(String broker, FakeProvisioning provisioning, Duration hold) {
        return RunningGateway.start(
                broker,
                provisioning.url(),
                clock,
                Map.of("koobridge.gateway.addresses[0].v1.hold", hold.toSeconds() + "s"));
    }

    private static Reply timed(RunningGateway gateway, String orderId, Duration within) {
        long began = System.nanoTime();
        var reply = Connection.exchange(
                        gateway.port(), V1Call.newInstance(orderId).bytes())
                .isProperV1(RunningGateway.V1_KEY);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(within);
        return reply;
    }

    private static View ready() {
        return new View(
                "i-1", Phase.ACTIVE, new AppInfo("https://app.example.com", null, null, null, null), null, null);
    }
}
