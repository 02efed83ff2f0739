package io.koobridge.service.web;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.facts.Turned;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.service.finding.FindingRows;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.StoreGuard;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that keeps dials, behind its operators' routes. */
final class DialService {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** A dial that was refused for good has this as its last position; trying again takes it off. */
    static final int BROKEN = 666;

    final MutableClock clock = MutableClock.at(NOW);
    final RecordingJournal journal = new RecordingJournal();
    final List<ReconcileRequest> requests = new CopyOnWriteArrayList<>();
    final Telemetry telemetry = new Telemetry("test", clock, journal, new SimpleMeterRegistry());
    final Findings findings;
    final FindingRows rows;
    final LedgerModule<Turned, Dial> module;

    DialService(MongoDatabase database) {
        this(database, "dials");
    }

    /** One of several ledgers in one store. */
    DialService(MongoDatabase database, String ledger) {
        var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        var minute = Duration.ofMinutes(1);
        findings = new Findings(LedgerModule.collection(database, "findings"), telemetry);
        rows = new FindingRows(LedgerModule.collection(database, "findings"));
        module = new LedgerModule<>(
                new LedgerDefinition<>(
                        ledger,
                        Turned.SHAPE,
                        Turned.FAMILY,
                        new Rules(),
                        (dial, _) -> new Step.Settled<>(dial),
                        (_, _) -> {}),
                new ServiceTools(
                        telemetry,
                        () -> UUID.randomUUID().toString(),
                        new LedgerProperties(minute, minute, minute),
                        database,
                        new StoreGuard(database, List::of, _ -> {}),
                        request -> Mono.fromRunnable(() -> requests.add(request)),
                        new DeadLetters(new KafkaTemplate<>(new MockProducerFactory<>(() -> producer)), telemetry),
                        findings));
    }

    private static final class Rules implements FactRules<Turned, Dial> {

        @Override
        public Outcome<Dial> decide(@Nullable Dial current, Event<? extends Turned> event) {
            return Turned.decide(current, event);
        }

        @Override
        public Outcome<Dial> retry(@Nullable Dial current) {
            return current != null && current.history().getLast() == BROKEN
                    ? new Outcome.Applied<>(new Dial(
                            current.history().subList(0, current.history().size() - 1)))
                    : new Outcome.Unchanged<>();
        }
    }

    void turn(String dial, int to) {
        var event = new Event<>("fact-" + dial + to, dial, "/test", NOW, NOW, null, new Turned(to));
        module.ledger().apply(dial, current -> Turned.decide(current, event)).block();
    }

    /** An answer's status and body. */
    record Answer(int status, JsonNode body) {}

    static Answer get(InternalRoutes routes, String path) {
        return answer(client(routes)
                .get()
                .uri(_ -> URI.create(path))
                .exchange()
                .expectBody()
                .returnResult());
    }

    static Answer post(InternalRoutes routes, String path, String body) {
        return answer(client(routes)
                .post()
                .uri(_ -> URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }

    private static Answer answer(EntityExchangeResult<byte[]> result) {
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                body == null
                        ? JsonMapper.shared().missingNode()
                        : JsonMapper.shared().readTree(body));
    }

    private static WebTestClient client(InternalRoutes routes) {
        return WebTestClient.bindToRouterFunction(routes.routes())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}
