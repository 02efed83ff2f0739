package io.koobridge.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.Event;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Stores;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.service.facts.Turned;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.StoreGuard;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The dry run: what would this fact do? */
class AdmissionRoutesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final EventCodec<Turned> codec = new EventCodec<>(Turned.FAMILY);
    private final Stores stores = Stores.fresh(AdmissionRoutesTest.class);
    private final LedgerModule<Turned, Dial> module = module(stores.database());

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aFactThatWouldBeAppliedIsNotAppliedByAsking() {
        assertThat(ask(1)).isEqualTo(new Admission("applied", null, null));
        assertThat(ask(1)).isEqualTo(new Admission("applied", null, null));
        assertThat(module.ledger().find("dial").blockOptional()).isEmpty();
    }

    @Test
    void aFactThatIsKnownWouldChangeNothing() {
        module.ledger()
                .apply("dial", current -> Turned.decide(current, event(1)))
                .block();

        assertThat(ask(1)).isEqualTo(new Admission("unchanged", null, null));
    }

    @Test
    void aStaleFactSaysWhy() {
        assertThat(ask(Turned.STALE)).isEqualTo(new Admission("stale", null, "the dial was turned since"));
    }

    @Test
    void aRefusedFactHasItsReason() {
        assertThat(ask(Turned.REFUSED)).isEqualTo(new Admission("refused", Reason.RELEASED, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "null", "{}", "{\"type\":\"io.koobridge.fact.other\"}"})
    void garbageIsABadRequestWithASentence(String garbage) {
        client(module)
                .post()
                .uri("/internal/admissions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(garbage)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailableAndNoFault() {
        try (var nobody = Stores.at(FreePorts.next())) {
            client(module(nobody.database()))
                    .post()
                    .uri("/internal/admissions")
                    .bodyValue(codec.encodeStructured(event(1)))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
        }
    }

    private Admission ask(int to) {
        var body = client(module)
                .post()
                .uri("/internal/admissions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(codec.encodeStructured(event(to)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Json.mapper().readValue(body, Admission.class);
    }

    private static WebTestClient client(LedgerModule<?, ?> module) {
        return WebTestClient.bindToRouterFunction(
                        new AdmissionRoutes(() -> List.of(module)).internal().routes())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static Event<Turned> event(int to) {
        return new Event<>("fact-" + to, "dial", "/test", NOW, NOW, null, new Turned(to));
    }

    private static LedgerModule<Turned, Dial> module(MongoDatabase database) {
        var telemetry = new Telemetry("test", MutableClock.at(NOW), new RecordingJournal(), new SimpleMeterRegistry());
        var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        var minute = Duration.ofMinutes(1);
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        "dials",
                        Turned.SHAPE,
                        Turned.FAMILY,
                        Turned.RULES,
                        (dial, _) -> new Step.Settled<>(dial),
                        (_, _) -> {}),
                new ServiceTools(
                        telemetry,
                        () -> UUID.randomUUID().toString(),
                        new LedgerProperties(minute, minute, minute),
                        database,
                        new StoreGuard(database, List::of, _ -> {}),
                        _ -> Mono.empty(),
                        new DeadLetters(new KafkaTemplate<>(new MockProducerFactory<>(() -> producer)), telemetry),
                        new Findings(LedgerModule.collection(database, "findings"), telemetry)));
    }
}
