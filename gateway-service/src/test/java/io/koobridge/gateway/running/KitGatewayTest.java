package io.koobridge.gateway.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.kit.KitBodiesOfTests;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** One gateway for all tests of the joint-operations kit, at the time when the vectors of tenant-sync §9 were signed. */
abstract class KitGatewayTest {

    static final Instant VECTORS = Instant.ofEpochMilli(1_767_225_600_123L);
    static final MutableClock CLOCK = MutableClock.at(VECTORS);
    static final FakeProvisioning PROVISIONING = FakeProvisioning.on(FreePorts.next());
    static final FakeTenantSync TENANTS = FakeTenantSync.on(FreePorts.next());
    static final RunningGateway GATEWAY = started();

    private static RunningGateway started() {
        var gateway = RunningGateway.start(
                TestBroker.shared().bootstrapServers(), PROVISIONING.url(), CLOCK, KitSettings.of(TENANTS.url()));
        GatewayTest.awaitStoring(gateway, CLOCK);
        await("facts of tenants can be stored")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> send(
                                gateway,
                                KitEdition.V2,
                                KitInterface.TENANT_SYNC,
                                KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "", "", 1))
                        .code()
                        .equals("000000"));
        return gateway;
    }

    final String tenantId = "t-" + UUID.randomUUID();

    @BeforeEach
    void fromTheBeginning() {
        CLOCK.set(VECTORS);
        TENANTS.reset();
    }

    /** About this test's tenant. */
    String body(KitInterface called, int flag) {
        return KitBodiesOfTests.of(called, "i-1", "x-1", flag).replace("t-1", tenantId);
    }

    static Reply send(KitEdition edition, KitInterface called, String body) {
        return send(GATEWAY, edition, called, body);
    }

    static Reply send(RunningGateway gateway, KitEdition edition, KitInterface called, String body) {
        var reply = Connection.exchange(
                gateway.port(), KitCall.of(edition, CLOCK, called, body).bytes());
        return switch (edition) {
            case V1 -> reply.isProper(KitSettings.KEY);
            case V2 -> reply.isProperUnsigned();
        };
    }

    static Reply send(KitCall call) {
        return Connection.exchange(GATEWAY.port(), call.bytes());
    }

    static CallbackAnswered lastJournaled() {
        return GATEWAY.journaled().getLast();
    }

    static double needingRestart(KitInterface called) {
        return GATEWAY
                .meters()
                .find("koobridge.callbacks.need.restart")
                .tag("activity", called.label())
                .counters()
                .stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}
