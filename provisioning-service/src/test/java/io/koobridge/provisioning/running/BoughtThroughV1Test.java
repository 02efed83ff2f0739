package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.SealedText;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the gateway's V1 dialect needs of the running service (design §3.8): nobody asks the marketplace, somebody waits. */
class BoughtThroughV1Test {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Product PRODUCT = new Product();
    private static final String STORE = TestStore.shared().freshConnectionString(BoughtThroughV1Test.class);
    private static final SealingKeys CONTACT = SealingKeys.generate();
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static final List<String> ASKED_ABOUT = new CopyOnWriteArrayList<>();
    private static final Set<String> BY_USE = ConcurrentHashMap.newKeySet();

    private static FakeServer marketplace;
    private static FakeServer product;
    private static RunningProvisioning service;

    private final OrderKey order =
            new OrderKey("CS" + UUID.randomUUID().toString().replace("-", "").substring(0, 18), null, null);
    private final String id = RunningProvisioning.idOf(order);
    private final Instant bought = Instant.now();

    @BeforeAll
    static void start() throws IOException {
        marketplace = new FakeServer(request -> {
            ASKED_ABOUT.add(Marketplace.orderId(request));
            return Marketplace.order(request, BY_USE.contains(Marketplace.orderId(request)) ? "ON_DEMAND" : "PERIOD");
        });
        product = new FakeServer(request -> {
            CALLS.add(request.body());
            return PRODUCT.answer(request);
        });
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "spring.mongodb.uri",
                        STORE,
                        "koobridge.sealing.contact.public-keyset",
                        file(CONTACT.publicKeyset()),
                        "koobridge.sealing.contact.private-keyset",
                        file(CONTACT.privateKeyset()),
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
    }

    @Tag("promise:calls-are-heard")
    @Test
    void aPurchaseIsAnsweredWithItsAccessDataAndTheMarketplaceIsNotAsked() {
        var answer = CompletableFuture.supplyAsync(() -> awaited(15_000));
        service.send(id, purchase(), bought);

        var view = Objects.requireNonNull(answer.join().view());

        assertThat(view.instanceId()).isEqualTo(id);
        assertThat(view.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(view.appInfo())
                .isEqualTo(new AppInfo("https://app.example.com/t/1", null, "admin", "Init-3141", null));
        assertThat(ASKED_ABOUT).doesNotContain(order.orderId());
        var call = Json.mapper()
                .readTree(CALLS.stream()
                        .filter(body -> body.contains(id))
                        .findFirst()
                        .orElseThrow());
        assertThat(call.at("/product/diskSize").asLong()).isEqualTo(100);
        assertThat(call.at("/product/bandWidth").asLong()).isEqualTo(5);
        assertThat(call.at("/orderAmount").decimalValue()).isEqualByComparingTo("1280.5");
        assertThat(call.at("/extension/deptName").asString()).isEqualTo("研发");
        assertThat(call.path("extension").has("damaged")).isFalse();
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void itsSnapshotHoldsNothingThatTheBuyerTyped() {
        service.send(id, purchase(), bought);

        var states = Records.readUntil(
                TestBroker.shared().bootstrapServers(), Topics.INSTANCE_STATES.name(), SOON, records -> records.stream()
                        .anyMatch(record -> id.equals(record.key())));

        assertThat(states)
                .filteredOn(record -> id.equals(record.key()))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(new String(record.value(), UTF_8))
                        .contains("\"diskSize\":100", "\"businessId\":\"b1\"", "\"extension\":[]")
                        .doesNotContain("deptName"));
    }

    @Test
    void credentialsThatCannotBeEncryptedAreAskedForAgain() {
        PRODUCT.script(id, call -> new FakeServer.Response(200, """
                {"status":"READY","appInfo":{"frontEndUrl":"https://app.example.com/t/1","password":"%s"}}""".formatted("p".repeat(80))));
        service.send(id, purchase(), bought);
        await().atMost(SOON).until(() -> !PRODUCT.callsFor(id).isEmpty());
        assertThat(Objects.requireNonNull(awaited(300).view()).phase()).isEqualTo(Phase.PROVISIONING);

        PRODUCT.script(id, PRODUCT::apply);

        await().atMost(SOON).until(() -> service.phase(id).orElseThrow() == Phase.ACTIVE);
    }

    @Test
    void aRefusalForGoodIsAnsweredAndOneFromBeforeIsNot() {
        PRODUCT.script(id, _ -> new FakeServer.Response(200, "{\"status\":\"REFUSED\",\"reason\":\"SOLD_OUT\"}"));
        service.send(id, purchase(), bought);
        assertThat(Objects.requireNonNull(awaited(15_000).view()).failure()).isEqualTo(FailureReason.SOLD_OUT);
        PRODUCT.script(id, PRODUCT::apply);

        var answer = CompletableFuture.supplyAsync(() -> awaited(15_000));
        service.send(id, purchase(), bought);

        assertThat(Objects.requireNonNull(answer.join().view()).appInfo()).isNotNull();
    }

    @Test
    void aRenewalThawsAndWhatIsReleasedStillShowsWhereItWas() {
        service.send(id, purchase(), bought);
        assertThat(Objects.requireNonNull(awaited(15_000).view()).phase()).isEqualTo(Phase.ACTIVE);
        service.send(id, new InstanceFrozen(), bought.plusSeconds(10));
        await().atMost(SOON).until(() -> service.phase(id).orElseThrow() == Phase.FROZEN);
        var renewal = new TermChanged(
                TermChange.RENEWAL,
                new OrderKey(order.orderId() + "R", null, null),
                null,
                bought.plus(Duration.ofDays(700)),
                true,
                new OrderDetails("RENEW", null, null, new OrderDetails.Period("year", 1), null, null));
        service.send(id, renewal, bought.plusSeconds(20));
        await().atMost(SOON).until(() -> service.phase(id).orElseThrow() == Phase.ACTIVE);
        assertThat(ASKED_ABOUT).doesNotContain(order.orderId(), order.orderId() + "R");

        service.send(id, new InstanceReleased(null), bought.plusSeconds(30));
        await().atMost(SOON).until(() -> service.phase(id).orElseThrow() == Phase.RELEASED);

        assertThat(awaited(15_000))
                .isEqualTo(new OrderedInstance(new View(
                        id,
                        Phase.RELEASED,
                        new AppInfo("https://app.example.com/t/1", null, null, null, null),
                        null,
                        null)));
        assertThat(service.view(id).orElseThrow().appInfo()).isNull();
    }

    /** The product moved to V1, and its buyer looks at what he pays by use: V1 names the product, V2 did not (saas-v1 §3.1, saas-v2 §3.4). */
    @Tag("promise:one-order-one-instance")
    @Test
    void whatV2SoldByUseIsTheInstanceThatV1CallsByItsProduct() {
        BY_USE.add(order.orderId());
        var line = new OrderKey(order.orderId(), order.orderId() + "-000001", null);
        var sold = RunningProvisioning.idOf(line);
        service.send(sold, new InstancePurchased(InstanceKind.SAAS, line), bought);
        await().atMost(SOON).until(() -> service.phase(sold).equals(Optional.of(Phase.ACTIVE)));
        var byProduct = new OrderKey(order.orderId(), null, "OFFI1");
        var named = RunningProvisioning.idOf(byProduct);

        var details = new OrderDetails(
                "NEW", ChargingMode.ON_DEMAND, new OrderDetails.Product("OFFI1", "s", 2L), null, null, null);
        service.send(
                named,
                new InstancePurchased(InstanceKind.SAAS, byProduct, details, AccessForm.ENCRYPTED),
                bought.plusSeconds(60));

        assertThat(Objects.requireNonNull(awaited(byProduct, 15_000).view()).instanceId())
                .isEqualTo(sold);
        await().atMost(SOON).until(() -> service.view(named).isPresent());
        assertThat(CALLS).noneMatch(call -> call.contains(named));
    }

    @Test
    void whatNobodyKnowsIsAnsweredSoAndWhatIsNoQuestionIsRefused() {
        assertThat(awaited(1)).isEqualTo(new OrderedInstance(null));
        for (var question : List.of(
                "",
                "{}",
                "null",
                "{\"kind\":\"SAAS\",\"order\":{\"orderId\":\"CS1\"},\"waitMillis\":15001}",
                "{\"kind\":\"SAAS\",\"order\":{\"orderId\":\"CS1\"},\"waitMillis\":0}",
                "{\"kind\":\"SAAS\",\"order\":{\"orderId\":\"\"},\"waitMillis\":1}",
                "{\"kind\":\"SAAS\",\"order\":{\"orderId\":\"CS1\"}}")) {
            assertThat(service.post("/internal/instances:await", question).statusCode())
                    .as(question)
                    .isEqualTo(400);
        }
    }

    @Test
    void aGlanceTellsOfManyOrdersAtOnceWithoutWaiting() {
        service.send(id, purchase(), bought);
        var ready = awaited(15_000);
        var unknown = new OrderKey(order.orderId() + "X", null, null);

        assertThat(glanced(unknown, order, unknown))
                .containsExactly(new OrderedInstance(null), ready, new OrderedInstance(null));
        for (var questions : List.of("", "{}", "{\"questions\":[]}", "{\"questions\":[{\"kind\":\"SAAS\"}]}")) {
            assertThat(service.post("/internal/instances:glance", questions).statusCode())
                    .as(questions)
                    .isEqualTo(400);
        }
    }

    @Test
    void oneBrokenDocumentDoesNotHideTheOthersOfAGlance() {
        service.send(id, purchase(), bought);
        var ready = awaited(15_000);
        var broken = new OrderKey(order.orderId() + "B", null, null);
        service.send(RunningProvisioning.idOf(broken), purchaseOf(broken), bought);
        await().atMost(SOON)
                .until(() -> service.phase(RunningProvisioning.idOf(broken)).isPresent());
        damage(RunningProvisioning.idOf(broken));

        assertThat(glanced(broken, order)).containsExactly(new OrderedInstance(null), ready);
    }

    private static void damage(String id) {
        var uri = new ConnectionString(STORE);
        try (var client = MongoClients.create(uri)) {
            var instances =
                    client.getDatabase(String.valueOf(uri.getDatabase())).getCollection("instances");
            Mono.from(instances.replaceOne(new Document("_id", id), new Document("state", new Document())))
                    .block(SOON);
        }
    }

    private static List<OrderedInstance> glanced(OrderKey... orders) {
        var questions = new InstanceResolution.Questions(Stream.of(orders)
                .map(order -> new InstanceResolution.Question(InstanceKind.SAAS, order))
                .toList());
        var response = service.post("/internal/instances:glance", Json.mapper().writeValueAsString(questions));
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.mapper()
                .readValue(response.body(), OrderedInstance.Glances.class)
                .instances();
    }

    private OrderedInstance awaited(long millis) {
        return awaited(order, millis);
    }

    private static OrderedInstance awaited(OrderKey order, long millis) {
        var question = new OrderedInstance.Wait(InstanceKind.SAAS, order, millis);
        var response = service.post("/internal/instances:await", Json.mapper().writeValueAsString(question));
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.mapper().readValue(response.body(), OrderedInstance.class);
    }

    private InstancePurchased purchase() {
        return purchaseOf(order);
    }

    private InstancePurchased purchaseOf(OrderKey key) {
        return new InstancePurchased(
                InstanceKind.SAAS,
                key,
                new OrderDetails(
                        "NEW",
                        ChargingMode.PERIOD,
                        new OrderDetails.Product("OFFI1", "sku-1", 20L, 100L, 5L),
                        new OrderDetails.Period("year", 1),
                        bought.plus(Duration.ofDays(365)),
                        null,
                        new Particulars(
                                "b1",
                                new BigDecimal("1280.500"),
                                1,
                                List.of(
                                        new ExtensionField("deptName", sealed("deptName", "研发")),
                                        new ExtensionField("damaged", new SealedText("damaged"))))),
                AccessForm.ENCRYPTED);
    }

    private SealedText sealed(String name, String value) {
        var context = new SealContext(id, ExtensionField.sealedAs(name));
        return new SealedText(Sealer.of(CONTACT.publicKeyset()).seal(value, context));
    }

    private static String file(String keyset) throws IOException {
        return "file:" + Files.writeString(Files.createTempFile(Path.of("target"), "keyset", ".json"), keyset, UTF_8);
    }
}
