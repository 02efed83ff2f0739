package io.koobridge.license.running;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.license.LicenseService;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Instances and places of the service as it runs, with a real broker and the wire-compatible store; somebody else keeps the licences. */
final class RunningLicenses implements AutoCloseable {

    private static final String TOKEN = "token-of-a-test-0123456789";

    private final EventCodec<InstanceSnapshot> codec = new EventCodec<>(EventFamily.INSTANCE_STATES);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;
    private final int internalPort = FreePorts.next();

    RunningLicenses(LicenseBook book, Clock clock, Map<String, String> properties) {
        // The in-process broker announces itself to every Spring context of this JVM, and the binder would listen.
        System.clearProperty("spring.kafka.bootstrap-servers");
        context = new SpringApplicationBuilder(LicenseService.class)
                .initializers(beans -> {
                    var own = (GenericApplicationContext) beans;
                    own.registerBean(Clock.class, () -> clock);
                    own.registerBean("recordingBook", LicenseBook.class, () -> book, bean -> bean.setPrimary(true));
                })
                .run(arguments(properties));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** As arguments, for they win over everything else that a test's JVM may have set. */
    private String[] arguments(Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", Integer.toString(internalPort),
                "koobridge.seller-id", "test-seller",
                "koobridge.internal.tokens", TOKEN,
                "koobridge.topics.mode", "create",
                "koobridge.topics.partitions", "3",
                "spring.cloud.function.definition", "knownInstances;licenseFacts",
                "koobridge.gauges.interval", "1s",
                "koobridge.ledger.sweep-interval", "1s",
                "koobridge.ledger.sweep-grace", "3s"));
        // Nothing is uploaded here, but whoever would do it is a part of the service.
        all.putAll(Map.of(
                "koobridge.open-api.url", "http://127.0.0.1:9",
                "koobridge.open-api.access-key", "AK0",
                "koobridge.open-api.secret-key", "SK0"));
        all.put("spring.kafka.bootstrap-servers", TestBroker.shared().bootstrapServers());
        all.putAll(more);
        all.computeIfAbsent("spring.mongodb.uri", _ -> TestStore.shared().freshConnectionString(RunningLicenses.class));
        return all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    /** As provisioning publishes it. */
    void publish(InstanceSnapshot snapshot) {
        var now = Instant.now();
        send(KafkaEvents.record(
                Topics.INSTANCE_STATES,
                codec.encode(new Event<>(
                        snapshot.instanceId() + '@' + snapshot.version(),
                        snapshot.instanceId(),
                        "/provisioning-service",
                        now,
                        now,
                        null,
                        snapshot))));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    LicenseReservation reserve(LicenseApplied application, Instant asOf) {
        var questions = new Questions(List.of(new Question(application, asOf)));
        var answer = post("/internal/licenses:reserve", Json.mapper().writeValueAsString(questions));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper()
                .readValue(answer.body(), Reservations.class)
                .reservations()
                .getFirst();
    }

    HttpResponse<String> post(String path, String body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    String get(String path) {
        return exchange(request(path).build()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the service does not answer", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        http.close();
    }
}
