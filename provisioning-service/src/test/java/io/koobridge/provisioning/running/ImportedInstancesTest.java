package io.koobridge.provisioning.running;

import static io.koobridge.provisioning.running.Rows.imported;
import static io.koobridge.provisioning.running.Rows.results;
import static io.koobridge.provisioning.running.Rows.row;
import static io.koobridge.provisioning.running.Rows.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Customers whom the seller had before the suite: known by both ids, and nothing is made for them (design §4). */
class ImportedInstancesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> PRODUCT_CALLS = new CopyOnWriteArrayList<>();
    private static final List<String> ORDER_QUERIES = new CopyOnWriteArrayList<>();

    private static FakeServer marketplace;
    private static FakeServer product;
    private static RunningProvisioning service;

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(request -> {
            ORDER_QUERIES.add(Marketplace.orderId(request));
            return Marketplace.order(request);
        });
        product = new FakeServer(request -> {
            PRODUCT_CALLS.add(request.body());
            return Product.READY;
        });
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "koobridge.provisioner.type", "http",
                        "koobridge.provisioner.http.url", product.url() + "/koobridge",
                        "koobridge.provisioner.http.secret", "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE="));
    }

    @AfterAll
    static void stop() {
        service.close();
        product.close();
        marketplace.close();
    }

    /** An order and what calls of each edition name it by, with the id that would follow. */
    private record Customer(String id, String orderId) {

        static Customer fresh() {
            var order = RunningProvisioning.newOrder().orderId();
            return new Customer("old-" + order, order);
        }

        OrderKey v1() {
            return new OrderKey(orderId, null, null);
        }

        OrderKey v2() {
            return new OrderKey(orderId, orderId + "-000001", null);
        }

        Map<String, String> row() {
            return Rows.row(id, orderId);
        }
    }

    @Tag("promise:imported-once")
    @Test
    void anImportedInstanceAnswersUnderTheIdsOfBothEditionsAndItsOwn() {
        var customer = Customer.fresh();
        var v1Id = RunningProvisioning.idOf(customer.v1());
        var v2Id = RunningProvisioning.idOf(customer.v2());

        assertThat(results(imported(service, false, List.of(customer.row())))).containsExactly("created");

        assertThat(service.query(v1Id, customer.id(), v2Id).instances())
                .extracting(View::instanceId)
                .containsExactly(v1Id, customer.id(), v2Id);
        assertThat(service.query(v1Id).instances())
                .extracting(View::phase, View::appInfo)
                .containsExactly(tuple(
                        Phase.ACTIVE,
                        new AppInfo(
                                "https://old.example.com/" + customer.id(),
                                null,
                                "admin",
                                "secret-of-" + customer.id(),
                                null)));
        var known = new InstanceResolution(customer.id(), Phase.ACTIVE, true, null);
        assertThat(service.resolve(List.of(customer.v1(), customer.v2()))).containsExactly(known, known);
    }

    @Tag("promise:imported-once")
    @Test
    void itsOrderBoughtAgainInEitherEditionProvisionsNothing() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));

        for (var order : List.of(customer.v1(), customer.v2())) {
            service.send(
                    RunningProvisioning.idOf(order), new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
        }
        // Whatever came before on each key is done once these are.
        for (var order : List.of(customer.v1(), customer.v2())) {
            service.send(RunningProvisioning.idOf(order), new InstanceFrozen(), Instant.now());
        }

        await().atMost(SOON).until(() -> service.phase(customer.id()).equals(Optional.of(Phase.FROZEN)));
        await().atMost(SOON).until(() -> findings(customer.id()).size() == 1);
        await().atMost(SOON).until(() -> PRODUCT_CALLS.stream().anyMatch(call -> call.contains(customer.id())));
        assertThat(PRODUCT_CALLS)
                .filteredOn(call -> call.contains(customer.orderId()))
                .allSatisfy(call -> assertThat(call).contains("FREEZE").contains(customer.id()));
        assertThat(ORDER_QUERIES).doesNotContain(customer.orderId());
    }

    @Tag("promise:imported-once")
    @Test
    void callsUnderTheDerivedIdReachItAndOneFindingSaysSo() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));
        var derived = RunningProvisioning.idOf(customer.v1());

        assertThat(service.admit(derived, new InstanceFrozen()).body()).contains("applied");
        assertThat(findings(customer.id())).isEmpty();
        service.send(derived, new InstanceFrozen(), Instant.now());
        await().atMost(SOON).until(() -> service.phase(customer.id()).equals(Optional.of(Phase.FROZEN)));
        service.send(derived, new InstanceUnfrozen(), Instant.now().plusSeconds(1));
        await().atMost(SOON).until(() -> service.phase(derived).equals(Optional.of(Phase.ACTIVE)));

        assertThat(findings(customer.id())).singleElement().satisfies(finding -> assertThat(
                        finding.path("detail").asString())
                .contains(derived));
        assertThat(results(imported(service, false, List.of(customer.row())))).containsExactly("unchanged");
    }

    @Test
    void whatHappenedSinceIsNeverOverruled() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));
        service.send(customer.id(), new InstanceFrozen(), Instant.now());
        await().atMost(SOON).until(() -> service.phase(customer.id()).equals(Optional.of(Phase.FROZEN)));

        var again = imported(service, false, List.of(with(customer.row(), "frontEndUrl", "https://new.example.com/")));

        assertThat(again.getFirst().path("result").asString()).isEqualTo("unchanged");
        assertThat(again.getFirst().path("why").asString()).startsWith("already there");
        assertThat(service.phase(customer.id())).contains(Phase.FROZEN);
    }

    @Test
    void aRowThatSaysSomethingElseUpdatesWhatNothingHappenedTo() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));

        var changed = with(customer.row(), "password", "another-one");
        assertThat(results(imported(service, true, List.of(changed)))).containsExactly("updated");
        assertThat(results(imported(service, false, List.of(changed)))).containsExactly("updated");
        assertThat(results(imported(service, false, List.of(changed)))).containsExactly("unchanged");

        assertThat(service.query(customer.id()).instances().getFirst().appInfo())
                .extracting(AppInfo::password)
                .isEqualTo("another-one");
    }

    @Test
    void anOrderThatSomebodyOwnsIsRefusedAndNothingIsWritten() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));
        var bought = RunningProvisioning.newOrder();
        var boughtId = RunningProvisioning.idOf(bought);
        service.send(boughtId, new InstancePurchased(InstanceKind.SAAS, bought), Instant.now());
        await().atMost(SOON).until(() -> service.phase(boughtId).equals(Optional.of(Phase.ACTIVE)));

        var refused =
                imported(service, false, List.of(row("thief-1", customer.orderId()), row("thief-2", bought.orderId())));

        assertThat(results(refused)).containsOnly("refused");
        assertThat(refused.get(0).path("why").asString()).contains("orderId", customer.id());
        assertThat(refused.get(1).path("why").asString()).contains("orderId", boughtId);
        assertThat(service.query("thief-1", "thief-2").instances()).isEmpty();
        assertThat(service.resolve(new OrderKey(bought.orderId(), null, null)))
                .as("the order as V1 names it, which a thief's row would have claimed")
                .extracting(InstanceResolution::instanceId)
                .isEqualTo(boughtId);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() {
        var customer = Customer.fresh();

        var looked = imported(
                service,
                true,
                List.of(
                        customer.row(),
                        customer.row(),
                        with(customer.row(), "memo", "else"),
                        row("another", customer.orderId()),
                        with(customer.row(), "expireTime", "tomorrow")));

        assertThat(results(looked)).containsExactly("created", "unchanged", "refused", "refused", "refused");
        assertThat(looked.get(3).path("why").asString()).contains("orderId", customer.id());
        assertThat(looked.get(4).path("why").asString()).contains("expireTime").doesNotContain("tomorrow");
        assertThat(service.query(customer.id()).instances()).isEmpty();
        assertThat(service.resolve(customer.v2())).isEqualTo(InstanceResolution.UNKNOWN);
    }

    @Test
    void productsOfOnePayPerUseOrderAreToldApart() {
        var order = RunningProvisioning.newOrder().orderId();
        var a = with(with(row("a-" + order, order), "chargingMode", "0"), "productId", "A");
        var b = with(with(row("b-" + order, order), "chargingMode", "ON_DEMAND"), "productId", "B");

        assertThat(results(imported(service, false, List.of(a, b)))).containsOnly("created");

        assertThat(service.resolve(List.of(
                        new OrderKey(order, null, "A"),
                        new OrderKey(order, order + "-000001", "B"),
                        new OrderKey(order, order + "-000001", null))))
                .extracting(InstanceResolution::instanceId)
                .containsExactly("a-" + order, "b-" + order, "a-" + order);
    }

    /** What the call says decides about its key, whatever the row left out. */
    @Tag("promise:imported-once")
    @ParameterizedTest
    @CsvSource({", false, A", "PERIOD, true, A", "PERIOD, false, A", "ON_DEMAND, false,", "ON_DEMAND, true, A"})
    void howeverACallNamesTheOrderItIsTheImportedOne(
            @Nullable String mode, boolean line, @Nullable String calledProduct) {
        var customer = Customer.fresh();
        var row = with(customer.row(), "productId", "A");
        imported(service, false, List.of(mode == null ? row : with(row, "chargingMode", mode)));

        var called = new OrderKey(customer.orderId(), line ? customer.orderId() + "-000001" : null, calledProduct);

        assertThat(service.resolve(called).instanceId()).isEqualTo(customer.id());
        assertThat(service.query(RunningProvisioning.idOf(called)).instances()).hasSize(1);
    }

    @Test
    void renewalsThatARowNamesAreItsOwnToo() {
        var customer = Customer.fresh();
        var renewal = RunningProvisioning.newOrder().orderId();

        imported(service, false, List.of(with(customer.row(), "otherOrders", renewal)));

        assertThat(service.resolve(new OrderKey(renewal, renewal + "-000001", null))
                        .instanceId())
                .isEqualTo(customer.id());
    }

    @Test
    void itsSnapshotIsPublishedWithoutASecret() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));

        var states = Records.readUntil(
                TestBroker.shared().bootstrapServers(), Topics.INSTANCE_STATES.name(), SOON, records -> records.stream()
                        .anyMatch(record -> customer.id().equals(record.key())));

        assertThat(states)
                .filteredOn(record -> customer.id().equals(record.key()))
                .allSatisfy(record -> assertThat(new String(record.value(), UTF_8))
                        .contains("\"phase\":\"ACTIVE\"")
                        .doesNotContain("13800000000", "secret-of-"));
        assertThat(PRODUCT_CALLS).noneMatch(call -> call.contains(customer.orderId()));
    }

    @Test
    void aBodyThatIsNoListOfRowsIsRefusedWithASentence() {
        assertThat(service.post("/internal/instances:import", "{\"rows\":[],").statusCode())
                .isEqualTo(400);
        assertThat(service.post("/internal/instances:import", "{\"rows\":[]}").statusCode())
                .isEqualTo(400);
        assertThat(service.post("/internal/instances:import", "{\"rows\":[{}],\"dryRun\":\"yes\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.post(
                                "/internal/instances:import",
                                "{\"rows\":[1,{},{\"passwort\":\"p\"},{\"instanceId\":\"a,b\"}]}")
                        .body())
                .contains(
                        "a row must be a JSON object",
                        "instanceId is missing",
                        "a member is there",
                        "instanceId has a comma");
    }

    @Test
    void anOperatorMayNameItByEitherId() {
        var customer = Customer.fresh();
        imported(service, false, List.of(customer.row()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(retried(customer.id())).contains("nothing to try again"));

        assertThat(retried(RunningProvisioning.idOf(customer.v2()))).contains("nothing to try again");
    }

    private static String retried(String id) {
        return service.post("/internal/work/instances/" + id + ":retry", "{\"why\":\"a test\"}")
                .body();
    }

    private static List<JsonNode> findings(String instanceId) {
        var answer = service.exchange(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + service.internalPort() + "/internal/findings?kind=ANSWERS_TO_TWO_IDS"))
                .header("Authorization", "Bearer " + RunningProvisioning.TOKEN)
                .build());
        return Json.mapper()
                .readTree(answer.body())
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("subject").asString().equals(instanceId))
                .toList();
    }
}
