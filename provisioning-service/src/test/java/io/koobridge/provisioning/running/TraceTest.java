package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Promise: one trace ties a callback to everything that follows from it, however much later (design §8). */
class TraceTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final FakeServer.Response BUSY = new FakeServer.Response(503, "{}");
    private static final FakeServer.Response WORKING =
            new FakeServer.Response(200, "{\"status\":\"WORKING\",\"retryAfterSeconds\":1}");
    private static final String REQUESTS =
            Topics.requests("provisioning-service").name();

    private static final Product PRODUCT = new Product();
    private static final TracedCalls QUERIES = new TracedCalls();
    private static final TracedCalls CALLS = new TracedCalls();

    private static FakeServer marketplace;
    private static FakeServer product;
    private static MongoClient store;
    private static MongoCollection<Document> instances;
    private static RunningProvisioning service;

    private final OrderKey order = RunningProvisioning.newOrder();
    private final String id = RunningProvisioning.idOf(order);
    private final TraceContext cause =
            new TraceContext(UUID.randomUUID().toString().replace("-", ""), "00f067aa0ba902b7", 1);

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(QUERIES.watching(Marketplace::orderId, Marketplace::order));
        product = new FakeServer(CALLS.watching(
                request -> Json.mapper()
                        .readTree(request.body())
                        .path("instanceId")
                        .asString(),
                PRODUCT::answer));
        var uri = TestStore.shared().freshConnectionString(TraceTest.class);
        store = MongoClients.create(uri);
        instances = store.getDatabase(URI.create(uri).getPath().substring(1)).getCollection("instances");
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "spring.mongodb.uri",
                        uri,
                        "koobridge.provisioner.type",
                        "http",
                        "koobridge.provisioner.http.url",
                        product.url() + "/koobridge",
                        "koobridge.provisioner.http.secret",
                        "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE="));
    }

    @AfterAll
    static void stop() {
        service.close();
        store.close();
        product.close();
        marketplace.close();
    }

    @Test
    void everythingThatAPurchaseCausesIsOfItsTraceAlsoAfterARetry() {
        PRODUCT.script(id, call -> CALLS.about(id).size() < 2 ? BUSY : PRODUCT.apply(call));

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), cause);

        awaitActive();
        assertThat(QUERIES.about(order.orderId())).isNotEmpty().allSatisfy(this::isOfTheTrace);
        assertThat(CALLS.about(id)).hasSizeGreaterThan(1).allSatisfy(this::isOfTheTrace);
        assertThat(CALLS.about(id)).as("each call is a step of its own").doesNotHaveDuplicates();
        assertThat(CALLS.about(id)).doesNotContainAnyElementsOf(QUERIES.about(order.orderId()));
        assertThat(traces(REQUESTS, "traceparent", 1)).allSatisfy(this::isOfTheTrace);
        assertThat(traces(REQUESTS + "-retry-0", "traceparent", 1)).allSatisfy(this::isOfTheTrace);
        assertThat(traces(Topics.INSTANCE_STATES.name(), "ce_traceparent", 1)).allSatisfy(this::isOfTheTrace);
        // The fact, both attempts, the order query, both calls, and the end of it.
        assertThat(traces(Topics.JOURNAL.name(), "ce_traceparent", 7)).allSatisfy(this::isOfTheTrace);
        assertThat(Log.lines())
                .filteredOn(line -> line.contains(id))
                .anyMatch(line -> line.contains("settled"))
                .allMatch(
                        line -> line.contains("traceId") && line.contains(cause.traceId()) && line.contains("spanId="));
        assertThat(told("decided")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("INFO")
                .contains("factId=", "instanceId=", "orderId=\"%s\"".formatted(order.orderId())));
        assertThat(told("settled")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("INFO")
                .contains("instanceId=", "attempt=", "orderId=\"%s\"".formatted(order.orderId())));
    }

    @Test
    void whatTheProductIsStillWorkingOnIsAskedForAgainWithinTheTrace() {
        PRODUCT.script(id, call -> CALLS.about(id).size() < 2 ? WORKING : PRODUCT.apply(call));

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), cause);

        awaitActive();
        assertThat(traces(REQUESTS, "traceparent", 2))
                .as("the request of the new wait too")
                .hasSize(2)
                .allSatisfy(this::isOfTheTrace);
        assertThat(CALLS.about(id)).hasSizeGreaterThan(1).allSatisfy(this::isOfTheTrace);
    }

    @Test
    void aRefusedFactIsToldWithItsTraceAndWithWhatItWasAbout() {
        service.send(id, new InstanceFrozen(), cause);

        await().atMost(SOON).until(() -> told("outcome=\"refused\"").size() == 1);
        assertThat(told("outcome=\"refused\"")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("INFO")
                .contains("instanceId=\"%s\"".formatted(id), "factId=", "traceId=\"%s\"".formatted(cause.traceId())));
    }

    @Test
    void whatTheSweepTakesUpAgainIsStillOfTheTrace() {
        PRODUCT.script(id, _ -> BUSY);
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), cause);

        await().atMost(SOON).until(this::loseItsChain);
        PRODUCT.script(id, PRODUCT::apply);

        awaitActive();
        assertThat(CALLS.about(id)).allSatisfy(this::isOfTheTrace);
        assertThat(traces(REQUESTS, "traceparent", 2))
                .as("the sweep's request too")
                .allSatisfy(this::isOfTheTrace);
    }

    @Test
    void aReplayedDeadLetterGoesOnWithItsTrace() {
        Mono.from(instances.insertOne(
                        new Document("_id", id).append("version", 1L).append("state", new Document())))
                .block();
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), cause);
        var letter = records(Topics.INSTANCE_FACTS.deadLetters().name(), 1).getFirst();
        assertThat(trace(letter, "ce_traceparent")).contains(cause);
        Mono.from(instances.deleteOne(Filters.eq(id))).block();

        var replayed = service.post(
                "/internal/dead-letters/%s:%d:%d:replay".formatted(letter.topic(), letter.partition(), letter.offset()),
                "{\"why\":\"the document is well again\"}");

        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        awaitActive();
        assertThat(CALLS.about(id)).isNotEmpty().allSatisfy(this::isOfTheTrace);
        assertThat(Log.lines())
                .filteredOn(line -> line.contains("a record was put aside") && line.contains(cause.traceId()))
                .hasSize(1);
    }

    @Test
    void aQuestionOfTheGatewayIsPassedOnWithItsTrace() {
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
        awaitActive();
        int before = CALLS.about(id).size();
        var question = new ChangeCheck.Question(InstanceKind.SAAS, id, "OFFI2", null, 50L);

        var answer = service.exchange(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/internal/instances:check".formatted(service.internalPort())))
                .header("Authorization", "Bearer " + RunningProvisioning.TOKEN)
                .header("Content-Type", "application/json")
                .header("traceparent", cause.toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(question)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CALLS.about(id)).hasSize(before + 1).last().satisfies(this::isOfTheTrace);
    }

    @Test
    void aFactWithoutATraceBeginsOneThatLasts() {
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());

        awaitActive();
        assertThat(CALLS.about(id)).isNotEmpty();
        var begun = CALLS.about(id).getFirst().traceId();
        assertThat(QUERIES.about(order.orderId()))
                .extracting(TraceContext::traceId)
                .containsOnly(begun);
        assertThat(traces(REQUESTS, "traceparent", 1))
                .extracting(trace -> trace.orElseThrow().traceId())
                .containsOnly(begun);
    }

    private List<String> told(String what) {
        return Log.lines().stream()
                .filter(line -> line.contains(id) && line.contains(what))
                .toList();
    }

    /** As if the request had been lost: the schedule's ticket is one that nobody has, and long due. */
    private boolean loseItsChain() {
        var waiting = Filters.and(Filters.eq(id), Filters.exists("lease", false), Filters.gte("work.attempt", 1));
        var lost = Updates.combine(
                Updates.set("work.ticket", "lost"),
                Updates.set("work.dueAt", Date.from(Instant.now().minusSeconds(60))));
        return Mono.from(instances.updateOne(waiting, lost))
                .map(result -> result.getMatchedCount() == 1)
                .block();
    }

    private void awaitActive() {
        await().atMost(SOON).until(() -> service.phase(id).equals(Optional.of(Phase.ACTIVE)));
    }

    private void isOfTheTrace(Optional<TraceContext> step) {
        assertThat(step).hasValueSatisfying(this::isOfTheTrace);
    }

    private void isOfTheTrace(TraceContext step) {
        assertThat(step.traceId()).isEqualTo(cause.traceId());
        assertThat(step.spanId()).isNotEqualTo(cause.spanId());
    }

    private List<Optional<TraceContext>> traces(String topic, String header, int atLeast) {
        return records(topic, atLeast).stream()
                .map(record -> trace(record, header))
                .toList();
    }

    private static Optional<TraceContext> trace(ConsumerRecord<String, byte[]> record, String header) {
        return Optional.ofNullable(record.headers().lastHeader(header))
                .map(found -> TraceContext.of(new String(found.value(), UTF_8)));
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, int atLeast) {
        return Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        topic,
                        SOON,
                        all -> ours(all).size() >= atLeast)
                .stream()
                .filter(record -> id.equals(record.key()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> ours(List<ConsumerRecord<String, byte[]>> all) {
        return all.stream().filter(record -> id.equals(record.key())).toList();
    }
}
