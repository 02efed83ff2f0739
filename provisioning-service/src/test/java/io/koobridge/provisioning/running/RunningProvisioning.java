package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service with a real broker and the wire-compatible store, and a producer in the gateway's place. */
final class RunningProvisioning implements AutoCloseable {

    static final String SELLER = "test-seller";
    private static final String TOKEN = "token-of-a-test-0123456789";

    private final EventCodec<InstanceFact> codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;
    private final int internalPort = FreePorts.next();

    RunningProvisioning(String openApiUrl, Map<String, String> properties) {
        var all = new HashMap<String, Object>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                internalPort,
                "koobridge.seller-id",
                SELLER,
                "koobridge.internal.tokens",
                TOKEN,
                "koobridge.topics.mode",
                "create",
                "koobridge.topics.partitions",
                "3",
                "spring.kafka.bootstrap-servers",
                TestBroker.shared().bootstrapServers(),
                "spring.mongodb.uri",
                TestStore.shared().freshConnectionString(RunningProvisioning.class)));
        all.putAll(Map.of(
                "koobridge.open-api.url", openApiUrl,
                "koobridge.open-api.access-key", "AK0",
                "koobridge.open-api.secret-key", "SK0",
                "koobridge.ledger.sweep-interval", "1s",
                "koobridge.ledger.sweep-grace", "3s",
                "koobridge.ledger.lease", "15s"));
        for (var purpose : List.of("contact", "credentials")) {
            var keys = SealingKeys.generate();
            all.put("koobridge.sealing.%s.public-keyset".formatted(purpose), file(keys.publicKeyset()));
            all.put("koobridge.sealing.%s.private-keyset".formatted(purpose), file(keys.privateKeyset()));
        }
        all.putAll(properties);
        context = new SpringApplicationBuilder(ProvisioningService.class)
                .properties(all)
                .run();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static OrderKey newOrder() {
        var id = "CS" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
        return new OrderKey(id, id + "-000001", null);
    }

    static String idOf(OrderKey order) {
        return InstanceIds.derive(SELLER, InstanceKind.SAAS, order);
    }

    void send(String instanceId, InstanceFact fact, Instant asOf) {
        var event = new Event<>(
                UUID.randomUUID().toString(), instanceId, "/koogallery/saas", asOf, Instant.now(), null, fact);
        send(KafkaEvents.record(Topics.INSTANCE_FACTS, codec.encode(event)));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    InstanceViews query(String... ids) {
        return post(
                "/internal/instances:query",
                new InstanceViews.Question(InstanceKind.SAAS, List.of(ids)),
                InstanceViews.class);
    }

    InstanceResolution resolve(OrderKey order) {
        return post(
                "/internal/instances:resolve",
                new InstanceResolution.Question(InstanceKind.SAAS, order),
                InstanceResolution.class);
    }

    private <T> T post(String path, Object question, Class<T> type) {
        var response = post(path, Json.mapper().writeValueAsString(question));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.mapper().readValue(response.body(), type);
    }

    HttpResponse<String> post(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
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
