package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.license.CodeId;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application is answered within 3 s whatever becomes of license-service, and never with a promise that nobody keeps (design §3.5). */
@Tag("promise:answered-in-time")
@ExtendWith(OutputCaptureExtension.class)
class LicenseOutageTest {

    private static final Duration PROMISE = Duration.ofSeconds(3);

    private final MutableClock clock = MutableClock.at(LicenseGatewayTest.VECTORS);

    @Test
    void withoutLicenseServiceAnApplicationNeedsARestartAndEverythingElseIsStored() {
        var nobody = URI.create("http://127.0.0.1:" + FreePorts.next());
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = start(TestBroker.shared().bootstrapServers(), provisioning, nobody)) {
            GatewayTest.awaitStoring(gateway, clock);

            assertThat(apply(gateway)).isEqualTo("000005");
            assertThat(gateway.journaled().getLast().needsRestart()).isTrue();
            assertThat(release(gateway)).isEqualTo("000000");
        }
    }

    /** From what is no delay at all to what is longer than anybody has. */
    @ParameterizedTest
    @ValueSource(ints = {0, 600, 2_000, 86_400_000})
    void aSlowLicenseServiceCostsAnApplicationNoMoreThanThreeSeconds(int millis) {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var licenses = FakeLicenseService.on(FreePorts.next());
                var gateway = start(TestBroker.shared().bootstrapServers(), provisioning, licenses.url())) {
            GatewayTest.awaitStoring(gateway, clock);
            apply(gateway);
            licenses.slow(Duration.ofMillis(millis));

            assertThat(apply(gateway)).isEqualTo(millis < 1_500 ? "000004" : "000005");
            assertThat(release(gateway)).isEqualTo("000000");
        }
    }

    @Test
    void aBrokerThatHangsOrDiesIsNoReasonToPromiseALicense(@TempDir Path directory, CapturedOutput output)
            throws Exception {
        try (var broker = BrokerProcess.in(directory);
                var provisioning = FakeProvisioning.on(FreePorts.next());
                var licenses = FakeLicenseService.on(FreePorts.next());
                var gateway = start(broker.bootstrapServers(), provisioning, licenses.url())) {
            GatewayTest.awaitStoring(gateway, clock);
            assertThat(apply(gateway)).isEqualTo("000004");

            broker.freeze();
            assertThat(apply(gateway)).isEqualTo("000005");
            assertThat(gateway.journaled().getLast().needsRestart()).isTrue();
            licenses.hang();
            assertThat(apply(gateway)).isEqualTo("000005");
            assertThat(release(gateway)).isEqualTo("000005");
            assertThat(output)
                    .contains("licenseCode=\"%s\"".formatted(CodeId.of("PLDEMO0000000001")))
                    .doesNotContain("PLDEMO0000000001");
            broker.thaw();
        }
    }

    private RunningGateway start(String broker, FakeProvisioning provisioning, URI licenses) {
        return RunningGateway.start(broker, provisioning.url(), clock, LicenseSettings.of(licenses));
    }

    private String apply(RunningGateway gateway) {
        return timed(
                gateway,
                LicenseSettings.PATH,
                LicenseSettings.KEY,
                "{\"activity\":\"getLicenseAsync\",\"eventId\":\"e\",\"instanceId\":\"i\",\"effectiveTime\":\"2026-01-05 00:00:00 z\"}");
    }

    private String release(RunningGateway gateway) {
        return timed(
                gateway,
                LicenseSettings.CODE_PATH,
                LicenseSettings.CODE_KEY,
                "{\"activity\":\"releaseLicenseCode\",\"license\":\"PLDEMO0000000001\"}");
    }

    private String timed(RunningGateway gateway, String path, String key, String body) {
        long began = System.nanoTime();
        var call = Call.of(clock, body).withPath(path).withKey(key);
        var reply = Connection.exchange(gateway.port(), call.bytes()).isProper(key);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISE);
        return reply.code();
    }
}
