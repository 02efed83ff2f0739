package io.koobridge.tenant.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.Event;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.tenant.TenantSyncService;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service with a real broker and the wire-compatible store; the test is the gateway and the product. */
final class RunningTenants implements AutoCloseable {

    static final String TOKEN = "token-of-a-test-0123456789";

    /** {@code printf %s test-key-0123456789 | sha256sum}. */
    private static final String KEY_DIGEST = "0b026dcaf52dd2d7e8b377ed75182bfcc65497aff885b3a37dd1be1a75ca394d";

    private static final String KEY = "test-key-0123456789";

    final SealingKeys users = SealingKeys.generate();
    final SealingKeys clients = SealingKeys.generate();
    final int port = FreePorts.next();
    private final int internalPort = FreePorts.next();
    private final EventCodec<TenantFact> codec = new EventCodec<>(EventFamily.TENANT_FACTS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;

    RunningTenants(Path directory, Map<String, String> more) {
        // The in-process broker announces itself to every Spring context of this JVM, and the binder would listen.
        System.clearProperty("spring.kafka.bootstrap-servers");
        context = new SpringApplicationBuilder(TenantSyncService.class).run(arguments(directory, more));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private String[] arguments(Path directory, Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "server.port",
                Integer.toString(port),
                "management.server.port",
                Integer.toString(internalPort),
                "koobridge.seller-id",
                "test-seller",
                "koobridge.internal.tokens",
                TOKEN,
                "koobridge.topics.mode",
                "create",
                "koobridge.topics.partitions",
                "3",
                "koobridge.tenant.api-keys[0].id",
                "product",
                "koobridge.tenant.api-keys[0].sha256",
                KEY_DIGEST));
        all.putAll(Map.of(
                "koobridge.ledger.sweep-interval",
                "1s",
                "koobridge.ledger.sweep-grace",
                "1s",
                "koobridge.ledger.lease",
                "5s",
                "koobridge.gauges.interval",
                "1s",
                "koobridge.sealing.users.public-keyset",
                file(directory, "users-public.json", users.publicKeyset()),
                "koobridge.sealing.users.private-keyset",
                file(directory, "users-private.json", users.privateKeyset()),
                "koobridge.sealing.clients.public-keyset",
                file(directory, "clients-public.json", clients.publicKeyset()),
                "koobridge.sealing.clients.private-keyset",
                file(directory, "clients-private.json", clients.privateKeyset())));
        all.put("spring.kafka.bootstrap-servers", TestBroker.shared().bootstrapServers());
        all.putAll(more);
        all.computeIfAbsent("spring.mongodb.uri", _ -> TestStore.shared().freshConnectionString(RunningTenants.class));
        return all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    static String file(Path directory, String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the gateway does. */
    void tell(String tenantId, TenantFact fact) {
        var now = Instant.now();
        var event = new Event<>(UUID.randomUUID().toString(), tenantId, "/koogallery/saas", now, now, null, fact);
        try {
            producer.send(KafkaEvents.record(Topics.TENANT_FACTS, codec.encode(event)))
                    .get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    /** As the product asks. */
    HttpResponse<String> read(String path, String key) {
        return exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    JsonNode read(String path) {
        return Json.mapper().readTree(read(path, KEY).body());
    }

    JsonNode get(String path) {
        return Json.mapper().readTree(exchange(internal(path).build()).body());
    }

    int status(String path) {
        return exchange(internal(path).build()).statusCode();
    }

    String metrics() {
        return exchange(internal("/actuator/prometheus").build()).body();
    }

    HttpResponse<String> post(String path, String body) {
        return exchange(internal(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build());
    }

    private HttpRequest.Builder internal(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
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
