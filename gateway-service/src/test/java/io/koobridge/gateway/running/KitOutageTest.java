package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.kit.KitBodiesOfTests;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is away, a call of the kit is answered within 3 s, and a person is called: KooGallery repeats none. */
@Tag("promise:answered-in-time")
@Tag("promise:people-are-called")
class KitOutageTest {

    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.at(KitGatewayTest.VECTORS);

    @Test
    void withoutABrokerNothingIsStoredAndTenantSyncIsToldOfEachCall() {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var tenants = FakeTenantSync.on(FreePorts.next());
                var gateway = RunningGateway.start(
                        "127.0.0.1:" + FreePorts.next(), provisioning.url(), clock, KitSettings.of(tenants.url()))) {
            for (var edition : KitEdition.values()) {
                for (var called : KitInterface.values()) {
                    assertThat(code(gateway, edition, called, 1)).isEqualTo("000005");
                    assertThat(gateway.journaled().getLast().needsRestart()).isTrue();
                }
            }

            await("all are told").atMost(SOON).untilAsserted(() -> assertThat(tenants.lostCalls())
                    .extracting(LostCall::activity)
                    .contains("tenantSync", "applicationSync", "authSync", "singleOrgSync", "allOrgSync"));
            assertThat(tenants.lostCalls())
                    .allSatisfy(lost -> assertThat(lost.instanceId()).isEqualTo("t-1"));
        }
    }

    @Test
    void withoutTenantSyncOnlySecretsAreNotTaken() {
        var nobody = URI.create("http://127.0.0.1:" + FreePorts.next());
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = started(provisioning, nobody)) {
            for (var called : KitInterface.values()) {
                var code = called == KitInterface.APPLICATION_SYNC ? "000005" : "000000";
                assertThat(code(gateway, KitEdition.V2, called, 1)).isEqualTo(code);
            }
            assertThat(code(gateway, KitEdition.V2, KitInterface.APPLICATION_SYNC, 0))
                    .isEqualTo("000000");
        }
    }

    @Test
    void aTenantSyncThatNeverAnswersCostsNoMoreThanThreeSeconds() {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var tenants = FakeTenantSync.on(FreePorts.next());
                var gateway = started(provisioning, tenants.url())) {
            tenants.slow(Duration.ofDays(1));

            assertThat(code(gateway, KitEdition.V2, KitInterface.APPLICATION_SYNC, 1))
                    .isEqualTo("000005");
            assertThat(gateway.journaled().getLast().verdict()).isEqualTo("service_away");
        }
    }

    private RunningGateway started(FakeProvisioning provisioning, URI tenants) {
        var gateway = RunningGateway.start(
                TestBroker.shared().bootstrapServers(), provisioning.url(), clock, KitSettings.of(tenants));
        GatewayTest.awaitStoring(gateway, clock);
        await("facts of tenants can be stored").atMost(Duration.ofSeconds(60)).until(() -> code(
                        gateway, KitEdition.V2, KitInterface.TENANT_SYNC, 1)
                .equals("000000"));
        return gateway;
    }

    private String code(RunningGateway gateway, KitEdition edition, KitInterface called, int flag) {
        var call = KitCall.of(edition, clock, called, KitBodiesOfTests.of(called, "i-1", "x-1", flag));
        long began = System.nanoTime();
        var reply = Connection.exchange(gateway.port(), call.bytes());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISE);
        return reply.code();
    }
}
