package io.koobridge.license.running.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.license.LicenseService;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.ShiftedClock;
import io.koobridge.testkit.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service with a real broker and the wire-compatible store; the test is the gateway and the seller's software. */
final class RunningCodes implements AutoCloseable {

    final ShiftedClock clock = new ShiftedClock();
    private final EventCodec<CodeFact> codec = new EventCodec<>(EventFamily.LICENSE_CODE_FACTS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.next();
    private final int internalPort = FreePorts.next();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;

    RunningCodes(String marketplace, Map<String, String> more) {
        var arguments = CodeArguments.of(port, internalPort, marketplace, more);
        // The in-process broker announces itself to every Spring context of this JVM, and the binder would listen.
        System.clearProperty("spring.kafka.bootstrap-servers");
        context = new SpringApplicationBuilder(LicenseService.class)
                .initializers(beans -> ((GenericApplicationContext) beans).registerBean(Clock.class, () -> clock))
                .run(arguments);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static String newCode() {
        return "PL" + UUID.randomUUID().toString().replace("-", "");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As the gateway does. */
    void tell(String code, CodeFact fact) {
        try {
            producer.send(KafkaEvents.record(Topics.LICENSE_CODE_FACTS, codec.encode(event(code, fact))))
                    .get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    String admit(String code, CodeFact fact) {
        return post(
                        internalPort,
                        "/internal/admissions",
                        CodeArguments.TOKEN,
                        new String(codec.encodeStructured(event(code, fact)), UTF_8))
                .body();
    }

    private Event<CodeFact> event(String code, CodeFact fact) {
        var now = clock.instant();
        return new Event<>(UUID.randomUUID().toString(), code, "/koogallery/license-code", now, now, null, fact);
    }

    JsonNode activate(String... codes) {
        return ask("activate", Map.of("codes", codes)).path("codes");
    }

    JsonNode check(String code) {
        return ask("check", Map.of("code", code));
    }

    JsonNode reportUse(String code, String client) {
        return ask("report-use", Map.of("code", code, "clientId", client));
    }

    private JsonNode ask(String question, Object body) {
        var response = post(
                port,
                "/license-codes/" + question,
                CodeArguments.KEY,
                Json.mapper().writeValueAsString(body));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body());
    }

    /** What Prometheus reads. */
    String metrics() {
        return send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(internalPort)))
                        .build())
                .body();
    }

    /** What an operator is told. */
    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + path))
                        .header("Authorization", "Bearer " + CodeArguments.TOKEN)
                        .build())
                .body();
    }

    private HttpResponse<String> post(int where, String path, String token, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + where + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the service does not answer", e);
        }
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        http.close();
    }
}
