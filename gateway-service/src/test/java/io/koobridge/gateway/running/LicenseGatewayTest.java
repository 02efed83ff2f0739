package io.koobridge.gateway.running;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** One gateway for all tests of licences, at the time when the vectors of license §2.2 were signed. */
abstract class LicenseGatewayTest {

    static final Instant VECTORS = Instant.ofEpochMilli(1_767_225_600_000L);
    static final MutableClock CLOCK = MutableClock.at(VECTORS);
    static final FakeProvisioning PROVISIONING = FakeProvisioning.on(FreePorts.next());
    static final FakeLicenseService LICENSES = FakeLicenseService.on(FreePorts.next());
    static final RunningGateway GATEWAY = started();

    private static RunningGateway started() {
        var gateway = RunningGateway.start(
                TestBroker.shared().bootstrapServers(), PROVISIONING.url(), CLOCK, LicenseSettings.of(LICENSES.url()));
        GatewayTest.awaitStoring(gateway, CLOCK);
        return gateway;
    }

    final String instanceId = "i-" + UUID.randomUUID();
    final String orderId = "CS-" + UUID.randomUUID();

    @BeforeEach
    void fromTheBeginning() {
        CLOCK.set(VECTORS);
        PROVISIONING.reset();
        LICENSES.reset();
    }

    static Reply license(String body) {
        return send(LicenseSettings.PATH, LicenseSettings.KEY, body);
    }

    static Reply code(String body) {
        return send(LicenseSettings.CODE_PATH, LicenseSettings.CODE_KEY, body);
    }

    /** @param parameters in the form {@code a=b&c=d}, unencoded */
    static Reply v1(String parameters) {
        var call = V1Call.signed(parameters, LicenseSettings.V1_KEY).withPath(LicenseSettings.PATH);
        return Connection.exchange(GATEWAY.port(), call.bytes()).isProperV1(LicenseSettings.V1_KEY);
    }

    private static Reply send(String path, String key, String body) {
        var call = Call.of(CLOCK, body).withPath(path).withKey(key);
        return Connection.exchange(GATEWAY.port(), call.bytes()).isProper(key);
    }

    String application(String eventId) {
        return """
                {"activity":"getLicenseAsync","eventId":"%s","instanceId":"%s","effectiveTime":"2026-01-05 00:00:00 z",\
                "expireTime":"2027-01-05 00:00:00 z","deviceFingerprint":"0A:1B|SSD||CPU"}""".formatted(eventId, instanceId);
    }

    static CallbackAnswered lastJournaled() {
        return GATEWAY.journaled().getLast();
    }

    static double needingRestart(String activity) {
        return GATEWAY.meters().find("koobridge.callbacks.need.restart").tag("activity", activity).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}
