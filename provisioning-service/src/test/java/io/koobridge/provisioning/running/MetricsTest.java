package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.provisioning.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names of design §8, as Prometheus reads them from the whole service. */
class MetricsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern FAMILY = Pattern.compile("^(koobridge_[a-z_]+?)(?:_bucket|_count|_sum|_max)?[{ ].*");

    private static FakeServer marketplace;
    private static RunningProvisioning service;
    private static Actuator actuator;

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(Marketplace::order);
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "koobridge.provisioner.template.front-end-url",
                        "https://app.example.com/{instanceId}",
                        "koobridge.gauges.interval",
                        "1s"));
        actuator = new Actuator(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        marketplace.close();
    }

    @Test
    void whatStandsInTheStoreIsShown() {
        var first = purchased();
        var second = purchased();
        service.send(second, new InstanceReleased(null), Instant.now().plusSeconds(10));
        service.send("kb-nobody", new InstanceFrozen(), Instant.now());
        service.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), first, "no event".getBytes(UTF_8)));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(value("koobridge_instances", "phase=\"RELEASED\"")).hasValue(1);
            assertThat(value("koobridge_instances", "phase=\"FROZEN\"")).hasValue(0);
            assertThat(value("koobridge_reconcile_waiting", "service=\"provisioning-service\""))
                    .hasValue(0);
            assertThat(value("koobridge_stuck", "service=\"provisioning-service\""))
                    .hasValue(0);
            assertThat(value("koobridge_work_expired", "service=\"provisioning-service\""))
                    .hasValue(0);
            assertThat(value("koobridge_findings_open", "kind=\"FACT_REFUSED\""))
                    .hasValue(1);
            assertThat(value("koobridge_dead_letters", "reason=\"unreadable\"")).isPresent();
            assertThat(value("koobridge_dead_lettered_total", "reason=\"unreadable\""))
                    .isPresent();
            assertThat(value("koobridge_findings_total", "kind=\"FACT_REFUSED\""))
                    .hasValue(1);
            assertThat(value("koobridge_facts_total", "fact=\"released\"")).isPresent();
            assertThat(value("koobridge_fact_age_seconds_count", "service=\"provisioning-service\""))
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

        assertThat(grown(before)).as("series that all of it made").isLessThan(40);
    }

    @Test
    void everyMetricHasItsLineInTheDocument() throws IOException {
        purchased();
        var document = Files.readString(Path.of("..", "docs", "metrics.md"));

        var families = actuator.metrics().stream()
                .map(FAMILY::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(families).isNotEmpty().allSatisfy(name -> assertThat(document)
                .contains("| `" + name + "` |"));
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
