package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.order.OrderIds;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.ProvisioningService;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service with a real broker and the wire-compatible store, and a producer in the gateway's place. */
final class RunningProvisioning implements AutoCloseable {

    static final String SELLER = "test-seller";
    static final String TOKEN = "token-of-a-test-0123456789";

    /** How long each binding waits at the start for a broker that is away. A test that is about something else need not wait with it. */
    static final String BROKER_IS_WAITED_FOR =
            "spring.cloud.stream.kafka.binder.consumer-properties.[default.api.timeout.ms]";

    private final EventCodec<InstanceFact> codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;
    private final int internalPort = FreePorts.next();
    private final Duration startedIn;

    RunningProvisioning(String openApiUrl, Map<String, String> properties) {
        this(openApiUrl, properties, Clock.systemUTC());
    }

    RunningProvisioning(String openApiUrl, Map<String, String> properties, Clock clock) {
        var arguments = properties(openApiUrl, internalPort, properties);
        // The in-process broker announces itself to every Spring context of this JVM, and the binder would listen.
        System.clearProperty("spring.kafka.bootstrap-servers");
        var begin = System.nanoTime();
        context = new SpringApplicationBuilder(ProvisioningService.class)
                .initializers(beans -> ((GenericApplicationContext) beans).registerBean(Clock.class, () -> clock))
                .run(arguments);
        startedIn = Duration.ofNanos(System.nanoTime() - begin);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        context.getEnvironment().getRequiredProperty("spring.kafka.bootstrap-servers")),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** As arguments, for they win over everything else that a test's JVM may have set. */
    static String[] properties(String openApiUrl, int internalPort, Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                Integer.toString(internalPort),
                "koobridge.seller-id",
                SELLER,
                "koobridge.internal.tokens",
                TOKEN,
                "koobridge.topics.mode",
                "create",
                "koobridge.topics.partitions",
                "3"));
        all.putAll(Map.of(
                "koobridge.open-api.url", openApiUrl,
                "koobridge.open-api.access-key", "AK0",
                "koobridge.open-api.secret-key", "SK0",
                "koobridge.ledger.sweep-interval", "1s",
                "koobridge.ledger.sweep-grace", "3s",
                "koobridge.ledger.lease", "15s",
                "koobridge.open-api.call-timeout", "10s",
                "logging.config", "classpath:captured-log.xml"));
        for (var purpose : List.of("contact", "credentials")) {
            var keys = SealingKeys.generate();
            all.put("koobridge.sealing.%s.public-keyset".formatted(purpose), file(keys.publicKeyset()));
            all.put("koobridge.sealing.%s.private-keyset".formatted(purpose), file(keys.privateKeyset()));
        }
        all.putAll(more);
        all.computeIfAbsent(
                "spring.kafka.bootstrap-servers", _ -> TestBroker.shared().bootstrapServers());
        all.computeIfAbsent(
                "spring.mongodb.uri", _ -> TestStore.shared().freshConnectionString(RunningProvisioning.class));
        return all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    static OrderKey newOrder() {
        var id = "CS" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
        return new OrderKey(id, id + "-000001", null);
    }

    static String idOf(OrderKey order) {
        return idOf(InstanceKind.SAAS, order);
    }

    static String idOf(InstanceKind kind, OrderKey order) {
        return InstanceIds.derive(SELLER, kind, order);
    }

    /** How long the context took. */
    Duration startedIn() {
        return startedIn;
    }

    int internalPort() {
        return internalPort;
    }

    void send(String instanceId, InstanceFact fact, Instant asOf) {
        send(KafkaEvents.record(Topics.INSTANCE_FACTS, codec.encode(event(instanceId, fact, asOf))));
    }

    /** As the gateway would, going on from this step of a trace. */
    void send(String instanceId, InstanceFact fact, TraceContext trace) {
        var event = event(instanceId, fact, Instant.now()).causedBy(trace);
        send(KafkaEvents.record(Topics.INSTANCE_FACTS, codec.encode(event)));
    }

    /** As the gateway would. */
    void notified(OrderKey order, Instant asOf) {
        var line = order.lineId().orElseThrow();
        send(KafkaEvents.record(
                Topics.ORDER_FACTS,
                new EventCodec<>(EventFamily.ORDER_FACTS)
                        .encode(new Event<>(
                                FactIds.ofNotification(order.orderId(), line),
                                OrderIds.of(order),
                                "/koogallery/orders",
                                asOf,
                                Instant.now(),
                                null,
                                new OrderNotified(order.orderId(), line)))));
    }

    String broker() {
        return context.getEnvironment().getRequiredProperty("spring.kafka.bootstrap-servers");
    }

    /** What an operator is told. */
    JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return Json.mapper().readTree(exchange(request).body());
    }

    HttpResponse<String> admit(String instanceId, InstanceFact fact) {
        return post(
                "/internal/admissions",
                new String(codec.encodeStructured(event(instanceId, fact, Instant.now())), UTF_8));
    }

    private static Event<InstanceFact> event(String instanceId, InstanceFact fact, Instant asOf) {
        return new Event<>(
                UUID.randomUUID().toString(), instanceId, "/koogallery/saas", asOf, Instant.now(), null, fact);
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    InstanceViews query(String... ids) {
        return query(InstanceKind.SAAS, List.of(ids));
    }

    InstanceViews query(InstanceKind kind, List<String> ids) {
        return post("/internal/instances:query", new InstanceViews.Question(kind, ids), InstanceViews.class);
    }

    /** Empty while nobody knows the instance. */
    Optional<InstanceViews.View> view(String id) {
        return query(id).instances().stream().findFirst();
    }

    Optional<Phase> phase(String id) {
        return view(id).map(InstanceViews.View::phase);
    }

    InstanceResolution resolve(OrderKey order) {
        return resolve(List.of(order)).getFirst();
    }

    List<InstanceResolution> resolve(List<OrderKey> orders) {
        var questions = orders.stream()
                .map(order -> new InstanceResolution.Question(InstanceKind.SAAS, order))
                .toList();
        return post(
                        "/internal/instances:resolve",
                        new InstanceResolution.Questions(questions),
                        InstanceResolution.Resolutions.class)
                .resolutions();
    }

    private <T> T post(String path, Object question, Class<T> type) {
        var response = post(path, Json.mapper().writeValueAsString(question));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.mapper().readValue(response.body(), type);
    }

    HttpResponse<String> post(String path, String body) {
        return exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** As an orchestrator asks. */
    String readiness() {
        return exchange(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + internalPort + "/actuator/health/readiness"))
                        .build())
                .body();
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the service does not answer", e);
        }
    }

    private static String file(String keyset) {
        try {
            return "file:"
                    + Files.writeString(Files.createTempFile(Path.of("target"), "keyset", ".json"), keyset, UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        http.close();
    }
}
