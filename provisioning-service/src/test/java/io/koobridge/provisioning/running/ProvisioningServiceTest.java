package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProvisioningServiceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static FakeServer marketplace;
    private static RunningProvisioning service;

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(Marketplace::order);
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of("koobridge.provisioner.template.front-end-url", "https://app.example.com/{instanceId}"));
    }

    @AfterAll
    static void stop() {
        service.close();
        marketplace.close();
    }

    @Test
    void aPurchaseBecomesAReadyInstance() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());

        await().atMost(SOON).untilAsserted(() -> assertThat(service.query(id).instances())
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.phase()).isEqualTo(Phase.ACTIVE);
                    assertThat(view.appInfo()).isNotNull();
                    assertThat(view.appInfo().frontEndUrl()).isEqualTo("https://app.example.com/" + id);
                }));
        assertThat(service.resolve(order)).isEqualTo(new InstanceResolution(id, Phase.ACTIVE, true, null));
    }

    @Test
    void itsSnapshotIsPublishedForOthersToRead() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());

        var states = Records.readUntil(
                TestBroker.shared().bootstrapServers(), Topics.INSTANCE_STATES.name(), SOON, records -> records.stream()
                        .anyMatch(record -> id.equals(record.key())));
        assertThat(states).filteredOn(record -> id.equals(record.key())).allSatisfy(record -> {
            assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                    .isEqualTo("io.koobridge.state.instance.snapshot");
            assertThat(new String(record.value(), UTF_8))
                    .contains("\"phase\":\"ACTIVE\"")
                    .contains("\"quantity\":2")
                    .doesNotContain("13800000000");
        });
    }

    @Test
    void freezeUnfreezeAndReleaseArriveInTheLedger() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        var bought = Instant.now();

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);
        service.send(id, new InstanceFrozen(), bought.plusSeconds(10));
        await().atMost(SOON).until(() -> phase(id) == Phase.FROZEN);
        service.send(id, new InstanceUnfrozen(), bought.plusSeconds(20));
        await().atMost(SOON).until(() -> phase(id) == Phase.ACTIVE);
        service.send(id, new InstanceReleased(null), bought.plusSeconds(30));

        await().atMost(SOON).until(() -> phase(id) == Phase.RELEASED);
        assertThat(service.query(id).instances())
                .singleElement()
                .extracting(View::appInfo)
                .isNull();
    }

    @Test
    void aRecordThatNobodyCanReadIsPutAsideAndTheNextOneIsApplied() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);

        service.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), id, "no event".getBytes(UTF_8)));
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());

        await().atMost(SOON).until(() -> phase(id) == Phase.ACTIVE);
        var dead = Records.readUntil(
                TestBroker.shared().bootstrapServers(),
                Topics.INSTANCE_FACTS.deadLetters().name(),
                SOON,
                records -> records.stream().anyMatch(record -> id.equals(record.key())));
        assertThat(dead)
                .filteredOn(record -> id.equals(record.key()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).isEqualTo("no event".getBytes(UTF_8));
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader("koobridge_reason")
                                            .value(),
                                    UTF_8))
                            .isEqualTo("unreadable");
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader("koobridge_original_topic")
                                            .value(),
                                    UTF_8))
                            .isEqualTo(Topics.INSTANCE_FACTS.name());
                });
    }

    @Test
    void nobodyHasAnInstanceThatWasNeverOrdered() {
        var order = RunningProvisioning.newOrder();

        assertThat(service.resolve(order)).isEqualTo(InstanceResolution.UNKNOWN);
        assertThat(service.query(RunningProvisioning.idOf(order)).instances()).isEmpty();
    }

    private static Phase phase(String id) {
        return service.query(id).instances().stream()
                .map(View::phase)
                .findFirst()
                .orElse(Phase.PROVISIONING);
    }
}
