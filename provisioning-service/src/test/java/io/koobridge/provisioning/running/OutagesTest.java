package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broker and store may be away, at the start or later; the service waits, and nothing is lost or skipped. */
class OutagesTest {

    private static final Duration AFTER_ALL_IS_BACK = Duration.ofSeconds(90);
    private static final String TEMPLATE = "koobridge.provisioner.template.front-end-url";

    private final FakeServer marketplace = new FakeServer(Marketplace::order);

    @BeforeEach
    void start() {
        Log.clear();
    }

    @AfterEach
    void stop() {
        marketplace.close();
    }

    @Tag("promise:nothing-is-skipped")
    @Test
    void aStoreThatGoesAwayWhileFactsFlowCostsNothingButTime() throws Exception {
        var direct = TestStore.shared().freshConnectionString(OutagesTest.class);
        try (var cable = new Cable(URI.create(direct).getPort());
                var service = service(Map.of(
                        "spring.mongodb.uri",
                        "mongodb://127.0.0.1:%d%s?serverSelectionTimeoutMS=2000"
                                .formatted(cable.port(), URI.create(direct).getPath())))) {
            var before = orders(60);
            var during = orders(60);
            before.forEach(order -> purchase(service, order));
            await().atMost(AFTER_ALL_IS_BACK)
                    .until(() -> service.phase(id(before.getFirst())).isPresent());

            cable.cut();
            during.forEach(order -> purchase(service, order));
            before.forEach(order ->
                    service.send(id(order), new InstanceFrozen(), Instant.now().plusSeconds(60)));
            await().atMost(AFTER_ALL_IS_BACK)
                    .until(() -> Log.lines().stream().anyMatch(line -> line.contains("facts are not applied yet")));
            cable.mend();

            await().atMost(AFTER_ALL_IS_BACK).untilAsserted(() -> assertThat(during)
                    .allSatisfy(order -> assertThat(service.phase(id(order))).contains(Phase.ACTIVE)));
            await().atMost(AFTER_ALL_IS_BACK).untilAsserted(() -> assertThat(before)
                    .allSatisfy(order -> assertThat(service.phase(id(order))).contains(Phase.FROZEN)));
            assertThat(deadLetters(Stream.concat(before.stream(), during.stream())
                            .map(OutagesTest::id)
                            .toList()))
                    .isEmpty();
        }
        Log.assertNoStackTraces();
    }

    @Tag("promise:starts-anyway")
    @Test
    void aBrokerThatIsAbsentAtTheStartIsWaitedFor() throws Exception {
        int port = FreePorts.next();
        try (var broker = new BrokerProcess(port);
                var service = service(Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:" + port))) {
            assertThat(service.startedIn()).isLessThan(Duration.ofSeconds(60));
            assertThat(service.query("kb-nobody").instances())
                    .as("questions are answered")
                    .isEmpty();

            broker.start();
            var order = RunningProvisioning.newOrder();
            await().atMost(AFTER_ALL_IS_BACK).until(() -> topicIsThere(port));
            purchase(service, order);

            await().atMost(AFTER_ALL_IS_BACK)
                    .until(() -> service.phase(id(order)).orElse(Phase.PROVISIONING) == Phase.ACTIVE);
        }
        Log.assertNoStackTraces();
    }

    /** What is not ready gets no calls, and a product's call-back would find a 503 instead of a reason. */
    @Tag("promise:ready-without-them")
    @Test
    void aServiceIsReadyWhileBrokerAndStoreAreAway() {
        var nobody = Map.of(
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:" + FreePorts.next(),
                RunningProvisioning.BROKER_IS_WAITED_FOR,
                "500",
                "spring.mongodb.uri",
                "mongodb://127.0.0.1:%d/nobody?serverSelectionTimeoutMS=1000".formatted(FreePorts.next()));
        try (var service = service(nobody)) {
            assertThat(service.readiness())
                    .isEqualTo("{\"components\":{\"readinessState\":{\"status\":\"UP\"}},\"status\":\"UP\"}");
        }
        Log.assertNoStackTraces();
    }

    private static boolean topicIsThere(int port) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port))) {
            return admin.listTopics().names().get().contains(Topics.INSTANCE_FACTS.name());
        } catch (Exception _) {
            return false;
        }
    }

    private RunningProvisioning service(Map<String, String> properties) {
        var all = new HashMap<>(properties);
        all.put(TEMPLATE, "https://app.example.com/{instanceId}");
        return new RunningProvisioning(marketplace.url(), all);
    }

    private static void purchase(RunningProvisioning service, OrderKey order) {
        service.send(id(order), new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
    }

    private static List<String> deadLetters(List<String> ids) {
        try {
            return Records.readUntil(
                            TestBroker.shared().bootstrapServers(),
                            Topics.INSTANCE_FACTS.deadLetters().name(),
                            Duration.ofSeconds(2),
                            records -> records.stream().anyMatch(record -> ids.contains(record.key())))
                    .stream()
                    .map(record -> String.valueOf(record.key()))
                    .filter(ids::contains)
                    .toList();
        } catch (AssertionError _) {
            return List.of();
        }
    }

    private static List<OrderKey> orders(int count) {
        return Stream.generate(RunningProvisioning::newOrder).limit(count).toList();
    }

    private static String id(OrderKey order) {
        return RunningProvisioning.idOf(order);
    }
}
