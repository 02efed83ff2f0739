package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.MetricsPage;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The names of design §8, as Prometheus reads them from the whole service. */
class MetricsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SERVICE = "service=\"provisioning-service\"";

    private static FakeServer marketplace;
    private static MongoClient store;
    private static MongoCollection<Document> instances;
    private static RunningProvisioning service;
    private static Actuator actuator;

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(Marketplace::order);
        var uri = TestStore.shared().freshConnectionString(MetricsTest.class);
        store = MongoClients.create(uri);
        instances = store.getDatabase(URI.create(uri).getPath().substring(1)).getCollection("instances");
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "spring.mongodb.uri",
                        uri,
                        "koobridge.provisioner.template.front-end-url",
                        "https://app.example.com/{instanceId}",
                        "koobridge.gauges.interval",
                        "1s"));
        actuator = new Actuator(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        store.close();
        marketplace.close();
    }

    @Test
    void whatStandsInTheStoreIsShown() {
        var first = purchased();
        var second = purchased();
        service.send(second, new InstanceReleased(null), Instant.now().plusSeconds(10));
        service.send("kb-nobody", new InstanceFrozen(), Instant.now());
        service.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), first, "no event".getBytes(UTF_8)));
        unsettled("young", Duration.ZERO, Duration.ofHours(-1));
        unsettled("stuck", Duration.ofHours(3), Duration.ofHours(1));
        unsettled("expired", Duration.ofHours(25), Duration.ofHours(24));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(value("koobridge_instances", "phase=\"RELEASED\"")).hasValue(1);
            assertThat(value("koobridge_instances", "phase=\"FROZEN\"")).hasValue(0);
            assertThat(value("koobridge_reconcile_waiting", SERVICE)).hasValue(3);
            assertThat(value("koobridge_stuck", SERVICE)).hasValue(2);
            assertThat(value("koobridge_work_expired", SERVICE)).hasValue(1);
            assertThat(value("koobridge_findings_open", "kind=\"FACT_REFUSED\""))
                    .hasValue(1);
            assertThat(value("koobridge_dead_letters", "reason=\"unreadable\"").orElse(0))
                    .isGreaterThanOrEqualTo(1);
            assertThat(value("koobridge_dead_lettered_total", "reason=\"unreadable\"")
                            .orElse(0))
                    .isGreaterThanOrEqualTo(1);
            assertThat(value("koobridge_findings_total", "kind=\"FACT_REFUSED\""))
                    .hasValue(1);
            assertThat(value("koobridge_facts_total", "fact=\"released\"")).isPresent();
            assertThat(value("koobridge_fact_age_seconds_count", SERVICE)).isPresent();
            assertThat(value("koobridge_fact_age_seconds_bucket", "le=\"60.0\""))
                    .isPresent();
            assertThat(value("koobridge_reconcile_total", "outcome=\"settled\""))
                    .isPresent();
            assertThat(value("koobridge_outside_calls_seconds_count", "outcome=\"answered\""))
                    .isPresent();
        });
    }

    @Test
    void kafkasOwnAreFewAndSpringsAreNone() {
        purchased();

        var names = actuator.metrics().stream()
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());

        assertThat(names)
                .noneMatch(name -> name.startsWith("spring_kafka")
                        || name.startsWith("spring_cloud_function")
                        || name.startsWith("spring_integration"));
        assertThat(names).anyMatch(name -> name.startsWith("kafka_consumer_fetch_manager_records_lag"));
        assertThat(names.stream().filter(name -> name.startsWith("kafka_"))).hasSizeLessThan(20);
    }

    @Test
    void noFactAndNoPathMakesASeriesOfItsOwn() {
        var before = series();
        var letters = putAside();
        for (int i = 0; i < 1_000; i++) {
            service.post("/internal/odd-" + i + "/x", "{}");
        }
        for (int i = 0; i < 50; i++) {
            var record = new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), "key-" + i, "{}".getBytes(UTF_8));
            record.headers().add("ce_type", ("io.koobridge.odd." + i).getBytes(UTF_8));
            service.send(record);
        }
        var last = purchased();
        assertThat(last).isNotEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(putAside()).isGreaterThanOrEqualTo(letters + 50));

        assertThat(grown(before)).as("series that all of it made").isLessThan(40);
    }

    @Test
    void everyMetricHasItsLineInTheDocumentWithItsLabels() {
        purchased();

        var scrape = actuator.metrics();

        assertThat(scrape).anyMatch(line -> line.startsWith("koobridge_facts_total{"));
        assertThat(MetricsPage.read().contradictedBy(scrape)).isEmpty();
    }

    /** Nobody works on it now, nor does the sweep find it. */
    private static void unsettled(String id, Duration since, Duration stuck) {
        var now = Instant.now();
        var work = new Document("ticket", "t")
                .append("attempt", 1)
                .append("dueAt", Date.from(now.plus(Duration.ofHours(1))))
                .append("since", Date.from(now.minus(since)))
                .append("stuckAt", Date.from(now.minus(stuck)));
        Mono.from(instances.insertOne(new Document("_id", id)
                        .append("version", 1L)
                        .append("state", new Document())
                        .append("work", work)))
                .block();
    }

    private static double putAside() {
        return value("koobridge_dead_lettered_total", "reason=\"unreadable\"").orElse(0);
    }

    private static String purchased() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
        await().atMost(SOON).until(() -> service.phase(id).orElse(Phase.PROVISIONING) == Phase.ACTIVE);
        return id;
    }

    private static OptionalDouble value(String name, String label) {
        return actuator.metrics().stream()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    private static Set<String> series() {
        return actuator.metrics().stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    /** Series of ours and of the doors; JVM and pool meters come and go by themselves. */
    private static long grown(Set<String> before) {
        return series().stream()
                .filter(line -> line.startsWith("koobridge_") || line.startsWith("http_"))
                .filter(line -> !before.contains(line))
                .count();
    }
}
