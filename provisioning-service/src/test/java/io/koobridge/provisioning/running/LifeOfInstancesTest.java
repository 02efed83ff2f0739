package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The running service with a seller's product behind HTTP, over real Kafka. */
class LifeOfInstancesTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STORE = TestStore.shared().freshConnectionString(LifeOfInstancesTest.class);
    private static final Product PRODUCT = new Product();
    private static final Map<String, AtomicInteger> ORDERS_TO_FAIL = new ConcurrentHashMap<>();

    private static FakeServer marketplace;
    private static FakeServer product;
    private static RunningProvisioning service;

    private final OrderKey order = RunningProvisioning.newOrder();
    private final String id = RunningProvisioning.idOf(order);
    private final Instant bought = Instant.now();

    @BeforeAll
    static void start() {
        Log.clear();
        marketplace = new FakeServer(LifeOfInstancesTest::order);
        product = new FakeServer(PRODUCT::answer);
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "spring.mongodb.uri",
                        STORE,
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
        product.close();
        marketplace.close();
        Log.assertNoStackTraces();
    }

    @Tag("promise:freeze-then-unfreeze")
    @Test
    void aSlowFreezeThatAnUnfreezeOvertakesEndsUnfrozen() {
        purchase();
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        PRODUCT.script(id, call -> {
            if (call.change().equals("FREEZE")) {
                arrived.countDown();
                await().atMost(SOON).until(() -> goOn.getCount() == 0);
            }
            return PRODUCT.apply(call);
        });

        service.send(id, new InstanceFrozen(), bought.plusSeconds(10));
        await().atMost(SOON).until(() -> arrived.getCount() == 0);
        service.send(id, new InstanceUnfrozen(), bought.plusSeconds(20));
        await().atMost(SOON).until(() -> phase() == Phase.ACTIVE);
        goOn.countDown();

        await().atMost(SOON).until(() -> PRODUCT.callsFor(id).size() == 3);
        await().atMost(SOON).until(this::settled);
        assertThat(PRODUCT.callsFor(id)).extracting(Product.Call::wanted).containsExactly("ACTIVE", "FROZEN", "ACTIVE");
        assertThat(PRODUCT.callsFor(id)).extracting(Product.Call::generation).isSorted();
        assertThat(PRODUCT.real(id)).isEqualTo("ACTIVE");
    }

    @Tag("promise:refusals-can-be-retried")
    @Test
    void aPurchaseThatWasRefusedSucceedsWhenItsOrderIsRestarted() {
        PRODUCT.script(id, _ -> new FakeServer.Response(200, "{\"status\":\"REFUSED\",\"reason\":\"SOLD_OUT\"}"));
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);
        await().atMost(SOON).until(() -> phase() == Phase.FAILED);
        assertThat(service.view(id)).map(View::failure).contains(FailureReason.SOLD_OUT);
        var calls = PRODUCT.callsFor(id).size();
        PRODUCT.script(id, PRODUCT::apply);

        assertThat(service.resolve(order))
                .as("asking changes nothing")
                .isEqualTo(new InstanceResolution(id, Phase.FAILED, false, FailureReason.SOLD_OUT));

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);

        await().atMost(SOON).until(() -> phase() == Phase.ACTIVE);
        assertThat(PRODUCT.callsFor(id)).hasSize(calls + 1);
    }

    @Test
    void aProductThatTakesItsTimeIsAskedAgainWithTheSameMessage() {
        var asked = new AtomicInteger();
        PRODUCT.script(
                id,
                call -> asked.incrementAndGet() < 2
                        ? new FakeServer.Response(200, "{\"status\":\"WORKING\",\"retryAfterSeconds\":1}")
                        : PRODUCT.apply(call));

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);

        await().atMost(SOON).until(() -> phase() == Phase.ACTIVE);
        assertThat(PRODUCT.callsFor(id)).extracting(Product.Call::messageId).containsExactly(id + "-2", id + "-2");
    }

    @Test
    void anOrderThatCannotBeQueriedYetIsQueriedAgainByTheRetryTopics() {
        ORDERS_TO_FAIL.put(order.orderId(), new AtomicInteger(2));

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);

        await().atMost(SOON).until(() -> phase() == Phase.ACTIVE);
        for (var rung : List.of("-retry-0", "-retry-1")) {
            assertThat(about(records(Topics.requests("provisioning-service").name() + rung)))
                    .as("the request stood on " + rung)
                    .hasSize(1);
        }
        assertThat(about(records(Topics.requests("provisioning-service").name() + "-retry-2")))
                .isEmpty();
    }

    @Tag("promise:states-are-told")
    @Test
    void snapshotsRiseAndEndWithWhatIsReal() {
        purchase();
        service.send(id, new InstanceFrozen(), bought.plusSeconds(10));
        await().atMost(SOON).until(() -> phase() == Phase.FROZEN);
        service.send(id, new InstanceReleased(null), bought.plusSeconds(20));
        await().atMost(SOON).until(() -> PRODUCT.real(id).equals("RELEASED"));
        await().atMost(SOON).until(this::settled);

        var snapshots = about(records(Topics.INSTANCE_STATES.name())).stream()
                .map(record -> Json.mapper().readTree(record.value()))
                .toList();
        assertThat(snapshots.stream().map(snapshot -> snapshot.path("version").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(snapshots.getLast().path("phase").asString()).isEqualTo("RELEASED");
        assertThat(snapshots.getLast().path("observedGeneration").asLong())
                .isEqualTo(snapshots.getLast().path("generation").asLong());
    }

    @Test
    void theJournalTellsTheWholeStory() {
        purchase();

        var types = List.of("fact-decided", "attempt-ended", "outside-called", "state-changed");
        Records.readUntil(TestBroker.shared().bootstrapServers(), Topics.JOURNAL.name(), SOON, records -> types.stream()
                .allMatch(type -> about(records).stream()
                        .anyMatch(record -> type(record).equals("io.koobridge.journal." + type))));
        var systems = about(records(Topics.JOURNAL.name())).stream()
                .filter(record -> type(record).endsWith("outside-called"))
                .map(record ->
                        Json.mapper().readTree(record.value()).path("system").asString());
        assertThat(systems).containsExactlyInAnyOrder("koogallery", "provisioner");
    }

    @Test
    void aLicenceInstanceIsReadyWithoutAProvisioner() {
        var licence = RunningProvisioning.idOf(InstanceKind.LICENSE, order);

        service.send(licence, new InstancePurchased(InstanceKind.LICENSE, order), bought);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        service.query(InstanceKind.LICENSE, List.of(licence)).instances())
                .containsExactly(new View(licence, Phase.ACTIVE, null, null, null)));
        assertThat(PRODUCT.callsFor(licence)).isEmpty();
        assertThat(service.query(licence).instances())
                .as("nobody asks for it as SaaS")
                .isEmpty();
    }

    @Test
    void theOrderThatALicenceIsPaidByIsPublishedFromOneCallToTheNext() {
        var licence = RunningProvisioning.idOf(InstanceKind.LICENSE, order);
        var renewal = RunningProvisioning.newOrder();
        var end = bought.plus(Duration.ofDays(900)).truncatedTo(ChronoUnit.MILLIS);
        var sold = new OrderInForce.Sale(new OrderDetails.Product("OFFI1", "s", 2L));

        service.send(licence, new InstancePurchased(InstanceKind.LICENSE, order), bought);
        assertThat(snapshot(licence, seen -> seen.phase() == Phase.ACTIVE))
                .returns(LicenseDelivery.ON_APPLICATION, InstanceSnapshot::delivery)
                .returns(new OrderInForce(order, bought, sold), InstanceSnapshot::inForce);

        var renewed = bought.plusSeconds(60);
        service.send(licence, new TermChanged(TermChange.RENEWAL, renewal, null, end, false), renewed);
        assertThat(snapshot(licence, seen -> end.equals(seen.expiresAt())).inForce())
                .isEqualTo(new OrderInForce(renewal, renewed, sold));

        var cancelled = new TermChanged(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, renewal, null, bought, false);
        service.send(licence, cancelled, bought.plusSeconds(120));
        assertThat(snapshot(licence, seen -> bought.equals(seen.expiresAt())).inForce())
                .isEqualTo(new OrderInForce(order, bought, sold));

        service.send(licence, new InstanceFrozen(), bought.plusSeconds(180));
        snapshot(licence, seen -> seen.phase() == Phase.FROZEN);
        service.send(licence, new InstanceReleased(null), bought.plusSeconds(240));
        snapshot(licence, seen -> seen.phase() == Phase.RELEASED);
        assertThat(PRODUCT.callsFor(licence)).isEmpty();
    }

    /** A License V1 tells what was bought (license §7), and nobody asks about it. */
    @Test
    void aLicenceOfV1IsKnownByItsCall() {
        var byOrder = new OrderKey(order.orderId(), null, null);
        var licence = RunningProvisioning.idOf(InstanceKind.LICENSE, byOrder);
        var told = new OrderDetails(
                "NEW", ChargingMode.ONE_TIME, new OrderDetails.Product("OFFI-L1", null, 3L), null, null, null);
        ORDERS_TO_FAIL.put(order.orderId(), new AtomicInteger(Integer.MAX_VALUE));

        service.send(
                licence,
                new InstancePurchased(InstanceKind.LICENSE, byOrder, told, null, LicenseDelivery.WITH_PURCHASE),
                bought);

        assertThat(snapshot(licence, seen -> seen.phase() == Phase.ACTIVE))
                .returns(LicenseDelivery.WITH_PURCHASE, InstanceSnapshot::delivery)
                .returns(told, InstanceSnapshot::bought);
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void anInitialPasswordIsSealedInTheLedgerAndOpenOnlyInTheAnswer() {
        purchase();

        assertThat(service.view(id).map(View::appInfo))
                .contains(new AppInfo("https://app.example.com/t/1", null, "admin", "Init-3141", null));
        assertThat(storedDocument()).contains("\"userName\": \"admin\"").doesNotContain("Init-3141", "13800000000");
        assertThat(about(records(Topics.INSTANCE_STATES.name())))
                .noneMatch(record -> new String(record.value(), UTF_8).contains("Init-3141"));
    }

    @Test
    void aFactCanBeTriedOutBeforeItIsSent() {
        purchase();

        assertThat(service.admit(id, new InstanceFrozen()).body()).isEqualTo("{\"outcome\":\"applied\"}");
        assertThat(service.admit("kb-nobody", new InstanceFrozen()).body())
                .isEqualTo("{\"outcome\":\"refused\",\"reason\":\"UNKNOWN_INSTANCE\"}");
        assertThat(phase()).isEqualTo(Phase.ACTIVE);

        var garbage = service.post("/internal/admissions", "{\"type\":5}");
        assertThat(garbage.statusCode()).isEqualTo(400);
        assertThat(garbage.body()).contains("specversion");
    }

    @Tag("promise:internal-needs-a-token")
    @Test
    void nobodyGetsInWithoutAServiceToken() {
        var internal = URI.create("http://127.0.0.1:%d/internal/instances:query".formatted(service.internalPort()));

        assertThat(service.exchange(HttpRequest.newBuilder(internal).GET().build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.exchange(HttpRequest.newBuilder(internal)
                                .header("Authorization", "Bearer " + RunningProvisioning.TOKEN + "x")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aQuestionThatIsNoneIsABadRequest() {
        for (var path : List.of("/internal/instances:query", "/internal/instances:resolve")) {
            for (var body : List.of("", "no json", "{}", "[]", "{\"kind\":\"CAR\"}")) {
                assertThat(service.post(path, body).statusCode())
                        .as("%s %s", path, body)
                        .isEqualTo(400);
            }
        }
        var tooMany = Collections.nCopies(101, "\"kb-1\"").toString();
        assertThat(service.post(
                                "/internal/instances:query",
                                "{\"kind\":\"SAAS\",\"instanceIds\":%s}".formatted(tooMany))
                        .body())
                .contains("at most 100 ids");
    }

    private void purchase() {
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);
        await().atMost(SOON).until(() -> phase() == Phase.ACTIVE);
    }

    private Phase phase() {
        return service.phase(id).orElse(Phase.PROVISIONING);
    }

    private boolean settled() {
        return !storedDocument().contains("\"work\"");
    }

    private String storedDocument() {
        var uri = new ConnectionString(STORE);
        try (var client = MongoClients.create(uri)) {
            return Flux.from(client.getDatabase(String.valueOf(uri.getDatabase()))
                            .getCollection("instances")
                            .find(new Document("_id", id)))
                    .map(Document::toJson)
                    .blockFirst(SOON);
        }
    }

    /** All that is on the topic now. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        var quiet = new AtomicInteger();
        var seen = new AtomicInteger();
        return Records.readUntil(
                TestBroker.shared().bootstrapServers(),
                topic,
                SOON,
                records -> seen.getAndSet(records.size()) == records.size() && quiet.incrementAndGet() > 4);
    }

    private List<ConsumerRecord<String, byte[]>> about(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> id.equals(record.key())).toList();
    }

    /** The first one of this kind. */
    private static InstanceSnapshot snapshot(String instanceId, Predicate<InstanceSnapshot> wanted) {
        var records = Records.readUntil(
                TestBroker.shared().bootstrapServers(), Topics.INSTANCE_STATES.name(), SOON, all -> snapshots(
                                all, instanceId)
                        .anyMatch(wanted));
        return snapshots(records, instanceId).filter(wanted).findFirst().orElseThrow();
    }

    private static Stream<InstanceSnapshot> snapshots(List<ConsumerRecord<String, byte[]>> records, String instanceId) {
        var codec = new EventCodec<>(EventFamily.INSTANCE_STATES);
        return records.stream()
                .filter(record -> instanceId.equals(record.key()))
                .map(record -> codec.decode(KafkaEvents.headers(record.headers()), record.value()))
                .map(decoded ->
                        ((Decoded.Intact<InstanceSnapshot>) decoded).event().data());
    }

    private static String type(ConsumerRecord<?, ?> record) {
        return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static FakeServer.Response order(FakeServer.Request request) {
        var failing = ORDERS_TO_FAIL.get(Marketplace.orderId(request));
        return failing != null && failing.getAndDecrement() > 0
                ? new FakeServer.Response(503, "busy")
                : Marketplace.order(request);
    }
}
