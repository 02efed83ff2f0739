package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a broker nothing can be stored, and a call that nobody repeats is told to those who know what it was about. */
@Tag("promise:people-are-called")
class LostCallTest {

    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MutableClock CLOCK = MutableClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private static FakeProvisioning provisioning;
    private static FakeLicenseService licenses;
    private static RunningGateway gateway;

    private final String instanceId = "i-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        provisioning = FakeProvisioning.on(FreePorts.next());
        licenses = FakeLicenseService.on(FreePorts.next());
        gateway = RunningGateway.start(
                "127.0.0.1:" + FreePorts.next(), provisioning.url(), CLOCK, LicenseSettings.of(licenses.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provisioning.close();
        licenses.close();
    }

    @Test
    void aReleaseOfLicenseV1ThatCannotBeStoredIsToldToProvisioning() {
        assertThat(v1("releaseLicense", instanceId)).isEqualTo("000005");

        await("the release is told").atMost(SOON).untilAsserted(() -> assertThat(told(instanceId))
                .containsExactly(lost("releaseLicense", null)));
    }

    @Test
    void anApplicationThatCannotBeStoredIsToldToLicenseService() {
        assertThat(apply()).isEqualTo("000005");

        await("the application is told").atMost(SOON).untilAsserted(() -> assertThat(licenses.lostCalls())
                .containsExactly(lost("getLicenseAsync", "e-1")));
    }

    @Test
    void whileTheServiceIsAwayCallsAreAnsweredAsFastAndItHearsOfThemWhenItIsBack() {
        provisioning.failing();
        assertThat(v1("expireLicense", instanceId)).isEqualTo("000005");
        await("it was told in vain").atMost(SOON).until(() -> !told(instanceId).isEmpty());
        assertThat(v1("expireLicense", instanceId)).isEqualTo("000005");
        assertThat(waiting()).isOne();

        provisioning.reset();

        await("it was told again and took it").atMost(SOON).until(() -> waiting() == 0);
        assertThat(told(instanceId)).contains(lost("expireLicense", null));
    }

    /** The last of these is lost: when that is told, the others would have been. */
    @Test
    void strangersAndDebuggingCallsAndWhatIsRepeatedAreNotTold() {
        var stranger =
                V1Call.signed(releaseOf("i-stranger"), "a-key-that-nobody-has").withPath(LicenseSettings.PATH);
        assertThat(answer(stranger)).isEqualTo("000001");
        assertThat(v1("releaseLicense", "i-debugging&testFlag=1")).isEqualTo("000000");
        assertThat(v1("getLicense", "i&businessId=b-1&productId=OFFI7&amount=1"))
                .isEqualTo("000005");
        assertThat(v1("releaseLicense", instanceId)).isEqualTo("000005");

        await("the last one is told").atMost(SOON).until(() -> !told(instanceId).isEmpty());
        assertThat(told("i-stranger")).isEmpty();
        assertThat(told("i-debugging")).isEmpty();
        assertThat(provisioning.lostCalls()).extracting(LostCall::activity).doesNotContain("getLicense");
    }

    private LostCall lost(String activity, @Nullable String eventId) {
        return new LostCall(instanceId, eventId, activity, "000005", "not_stored", CLOCK.instant());
    }

    private static List<LostCall> told(String instanceId) {
        return provisioning.lostCalls().stream()
                .filter(lost -> lost.instanceId().equals(instanceId))
                .map(LostCallTest::ofWhicheverRelease)
                .toList();
    }

    /** A release without an order is known by its call alone. */
    private static LostCall ofWhicheverRelease(LostCall lost) {
        assertThat(lost.which()).hasSize(8);
        return new LostCall(
                lost.instanceId(), null, lost.activity(), lost.resultCode(), lost.verdict(), lost.receivedAt());
    }

    private static double waiting() {
        return gateway.meters().get("koobridge.lost.calls.waiting").gauge().value();
    }

    private static String releaseOf(String instanceId) {
        return "activity=releaseLicense&instanceId=%s&orderId=CS-1".formatted(instanceId);
    }

    private static String v1(String activity, String instanceId) {
        var parameters = releaseOf(instanceId).replace("releaseLicense", activity);
        return answer(V1Call.signed(parameters, LicenseSettings.V1_KEY).withPath(LicenseSettings.PATH));
    }

    private static String answer(V1Call call) {
        long began = System.nanoTime();
        var reply = Connection.exchange(gateway.port(), call.bytes()).isProperV1(LicenseSettings.V1_KEY);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISE);
        return reply.code();
    }

    private String apply() {
        var body =
                "{\"activity\":\"getLicenseAsync\",\"eventId\":\"e-1\",\"instanceId\":\"%s\",\"effectiveTime\":\"2026-01-05 00:00:00 z\"}"
                        .formatted(instanceId);
        var call = Call.of(CLOCK, body).withPath(LicenseSettings.PATH).withKey(LicenseSettings.KEY);
        return Connection.exchange(gateway.port(), call.bytes())
                .isProper(LicenseSettings.KEY)
                .code();
    }
}
