package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderIds;
import io.koobridge.events.order.OrderObserved;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.ShiftedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a notification to what the seller's own systems read of it, beside the ledger of instances (order-notification §7). */
@Tag("promise:orders-are-compared")
class ObservedOrdersTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration PAST_THE_GRACE = Duration.ofHours(4).plusSeconds(30);
    private static final String WHY = ",\"why\":\"a test\"";
    private static final OrderBook BOOK = new OrderBook();

    private static FakeServer marketplace;
    private static ShiftedClock clock;
    private static RunningProvisioning service;

    private final OrderKey order = RunningProvisioning.newOrder();
    private final String id = OrderIds.of(order);

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(BOOK::find);
        clock = new ShiftedClock();
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "koobridge.provisioner.template.front-end-url", "https://app.example.com/{instanceId}",
                        "koobridge.orders.check-interval", "1s"),
                clock);
    }

    @AfterAll
    static void stop() {
        service.close();
        marketplace.close();
    }

    @Test
    void aPurchaseThatTheCallTellsFirstIsKnownAtOnce() {
        var instance = bought(order);

        service.notified(order, clock.instant());

        var seen = observed(id, comparison(Comparison.KNOWN));
        assertThat(seen.instanceId()).isEqualTo(instance);
        assertThat(seen.orderId()).isEqualTo(order.orderId());
        assertThat(seen.notifiedAt()).isNotNull();
        var details = Objects.requireNonNull(seen.details());
        assertThat(details.orderType()).isEqualTo("NEW");
        assertThat(details.chargingMode()).isEqualTo(ChargingMode.PERIOD);
        assertThat(Objects.requireNonNull(details.product()).productId()).isEqualTo(OrderBook.PRODUCT);
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void howTheBuyerCanBeReachedIsNotKept() {
        BOOK.sell(order, "NEW");

        service.notified(order, clock.instant());

        var buyer = Objects.requireNonNull(
                Objects.requireNonNull(observed(id, _ -> true).details()).buyer());
        assertThat(buyer.customerId()).isNotNull();
        assertThat(buyer.mobile()).isNull();
        assertThat(buyer.email()).isNull();
    }

    @Test
    void aPurchaseThatTheNotificationTellsFirstIsObservedAtOnceAndKnownWhenTheGraceIsOver() {
        BOOK.sell(order, "NEW");
        service.notified(order, clock.instant());
        assertThat(observed(id, comparison(Comparison.PENDING)).details()).isNotNull();

        var instance = bought(order);
        clock.moveOn(PAST_THE_GRACE);

        assertThat(observed(id, comparison(Comparison.KNOWN)).instanceId()).isEqualTo(instance);
        assertThat(finding("ORDER_UNKNOWN", id)).isEmpty();
    }

    @Test
    void aRenewalAChangeAnUnsubscriptionAndAnEndedTrialAreKnownByTheCallThatNamesThem() {
        var trial = bought(order);
        var renewal = sold("RENEW");
        var change = sold("CHANGE");
        var formal = sold("TRIAL_TO_FORMAL");
        var unsubscription = sold("UNSUBSCRIBE");
        var withoutLine = new OrderKey(change.orderId(), null, null);
        var end = Instant.parse("2028-03-01T15:59:59Z");

        service.send(trial, new TermChanged(TermChange.TRIAL_TO_FORMAL, formal, null, end, false), clock.instant());
        service.send(trial, new TermChanged(TermChange.RENEWAL, renewal, null, end, false), clock.instant());
        service.send(trial, new UpgradeOrdered(withoutLine), clock.instant());
        service.send(trial, new InstanceReleased(unsubscription), clock.instant());
        await().atMost(SOON).until(() -> service.phase(trial).equals(Optional.of(Phase.RELEASED)));
        for (var each : List.of(renewal, change, formal, unsubscription)) {
            service.notified(each, clock.instant());
        }

        for (var each : List.of(renewal, change, formal, unsubscription)) {
            assertThat(observed(OrderIds.of(each), comparison(Comparison.KNOWN)).instanceId())
                    .isEqualTo(trial);
        }
    }

    @Test
    void aTrialIsAPurchaseToo() {
        BOOK.sell(order, "TRIAL");
        var instance = RunningProvisioning.idOf(order);
        service.send(instance, new InstancePurchased(InstanceKind.SAAS, order), clock.instant());
        await().atMost(SOON).until(() -> service.phase(instance).equals(Optional.of(Phase.ACTIVE)));

        service.notified(order, clock.instant());

        assertThat(observed(id, comparison(Comparison.KNOWN)).instanceId()).isEqualTo(instance);
    }

    @Test
    void anOrderThatNoCallNamedIsAFindingAfterTheGraceUntilOneDoes() {
        bought(RunningProvisioning.newOrder());
        BOOK.sell(order, "NEW");
        service.notified(order, clock.instant());
        observed(id, comparison(Comparison.PENDING));

        clock.moveOn(PAST_THE_GRACE);

        assertThat(observed(id, comparison(Comparison.UNKNOWN)).instanceId()).isNull();
        assertThat(finding("ORDER_UNKNOWN", id)).hasValueSatisfying(detail -> assertThat(detail)
                .isEqualTo("NEW of OFFI1 was notified, and no call about an instance came for it"));

        var instance = bought(order);

        assertThat(observed(id, comparison(Comparison.KNOWN)).instanceId()).isEqualTo(instance);
        await().atMost(SOON).until(() -> finding("ORDER_UNKNOWN", id).isEmpty());
    }

    @Test
    void aProductThatIsNotServedHereIsToldOnceAndItsOrdersAreNotExpected() {
        var product = "HW" + UUID.randomUUID().toString().substring(0, 8);
        BOOK.sell(order, "NEW", product);
        service.notified(order, clock.instant());
        observed(id, comparison(Comparison.PENDING));

        clock.moveOn(PAST_THE_GRACE);

        observed(id, comparison(Comparison.NOT_EXPECTED));
        assertThat(finding("ORDER_UNKNOWN", id)).isEmpty();
        assertThat(finding("PRODUCT_NOT_SERVED", product)).isPresent();
    }

    /** The online License names the renewal that is cancelled, and never the order that cancels it (license §3.2). */
    @Test
    void theOrderThatCancelsALicencesRenewalNeedNotBeNamed() {
        var product = "LIC" + UUID.randomUUID().toString().substring(0, 8);
        BOOK.sell(order, "NEW", product);
        var licence = RunningProvisioning.idOf(InstanceKind.LICENSE, order);
        service.send(licence, new InstancePurchased(InstanceKind.LICENSE, order), clock.instant());
        service.notified(order, clock.instant());
        assertThat(observed(id, comparison(Comparison.KNOWN)).instanceId()).isEqualTo(licence);
        var renewal = RunningProvisioning.newOrder();
        BOOK.sell(renewal, "RENEW", product);
        var cancellation = RunningProvisioning.newOrder();
        BOOK.sell(cancellation, "UNSUBSCRIBE", product);
        var end = Instant.parse("2028-03-01T15:59:59Z");
        service.send(licence, new TermChanged(TermChange.RENEWAL, renewal, null, end, false), clock.instant());
        service.notified(renewal, clock.instant());
        service.notified(cancellation, clock.instant());
        assertThat(observed(OrderIds.of(renewal), comparison(Comparison.KNOWN)).instanceId())
                .isEqualTo(licence);
        observed(OrderIds.of(cancellation), comparison(Comparison.PENDING));

        clock.moveOn(PAST_THE_GRACE);

        observed(OrderIds.of(cancellation), comparison(Comparison.NOT_EXPECTED));
        assertThat(finding("ORDER_UNKNOWN", OrderIds.of(cancellation))).isEmpty();
    }

    @Test
    void anOrderTypeThatNobodyKnowsYetIsObservedAndNotExpected() {
        BOOK.sell(order, "BARTER");
        service.notified(order, clock.instant());
        assertThat(Objects.requireNonNull(
                                observed(id, comparison(Comparison.PENDING)).details())
                        .orderType())
                .isEqualTo("BARTER");

        clock.moveOn(PAST_THE_GRACE);

        observed(id, comparison(Comparison.NOT_EXPECTED));
        assertThat(finding("ORDER_UNKNOWN", id)).isEmpty();
    }

    @Test
    void aRepeatedNotificationTriggersNothingNew() {
        bought(order);
        service.notified(order, clock.instant());
        var first = observed(id, comparison(Comparison.KNOWN));
        var asked = BOOK.asked(order);

        service.notified(order, clock.instant());
        service.notified(new OrderKey(order.orderId(), order.orderId() + "-000002", null), clock.instant());
        // The other line comes behind the repetition only if it has the same partition; what it proves is itself.
        await().atMost(SOON).until(() -> BOOK.asked(order) > asked);

        assertThat(states(id)).last().isEqualTo(first);
    }

    @Tag("promise:refusals-can-be-retried")
    @Test
    void whatTheMarketplaceDeniesForGoodIsStoppedAndStartsAgainWithTheNextNotification() {
        service.notified(order, clock.instant().minus(Duration.ofHours(5)));
        assertThat(observed(id, state -> state.failure() != null).failure())
                .isEqualTo("the marketplace answered 0100: Failure of input parameter");
        await().atMost(SOON).until(() -> work("stopped", id));

        bought(order);
        service.notified(order, clock.instant());

        assertThat(observed(id, comparison(Comparison.KNOWN)).failure()).isNull();
        await().atMost(SOON).until(() -> !work("stopped", id));
    }

    @Test
    void whatIsDeniedBeforeTheGraceIsOverIsAskedForAgain() {
        service.notified(order, clock.instant());
        await().atMost(SOON).until(() -> BOOK.asked(order) > 0);
        assertThat(work("stopped", id)).isFalse();

        bought(order);

        observed(id, comparison(Comparison.KNOWN));
    }

    @Test
    void aKeyThatTheMarketplaceDoesNotBelieveIsNoRefusalOfTheOrder() {
        BOOK.answer(order, 401, "{\"resultCode\":\"MKT.0154\",\"resultMsg\":\"Illegal token\"}");
        service.notified(order, clock.instant().minus(Duration.ofHours(5)));
        await().atMost(SOON).until(() -> BOOK.asked(order) > 0);
        await().atMost(SOON).until(() -> work("unsettled", id));

        bought(order);

        observed(id, comparison(Comparison.KNOWN));
    }

    @Tag("promise:refusals-can-be-retried")
    @Test
    void anOperatorHasARefusedOrderTriedAgain() {
        service.notified(order, clock.instant().minus(Duration.ofHours(5)));
        await().atMost(SOON).until(() -> work("stopped", id));
        bought(order);

        var answer = service.post("/internal/work/orders/" + id + ":retry", "{\"why\":\"a test\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        observed(id, comparison(Comparison.KNOWN));
    }

    @Test
    void anOrderThatWasNeverNotifiedIsReplayed() {
        bought(order);

        var answer =
                replay("\"orderId\":\"%s\",\"orderLineId\":\"%s\"".formatted(order.orderId(), order.orderLineId()));

        assertThat(answer.path("orders").path(0).path("id").asString()).isEqualTo(id);
        var seen = observed(id, comparison(Comparison.KNOWN));
        assertThat(seen.notifiedAt()).isNull();
    }

    @Test
    void anOrderThatIsDoneIsReplayedWithEveryLineThatWasNotified() {
        bought(order);
        service.notified(order, clock.instant());
        var first = observed(id, comparison(Comparison.KNOWN));

        var answer = replay("\"orderId\":\"%s\"".formatted(order.orderId()));

        assertThat(answer.path("orders").findValuesAsString("id")).containsExactly(id);
        var again = observed(id, state -> state.comparison() == Comparison.KNOWN && state.version() > first.version());
        assertThat(again.notifiedAt()).isEqualTo(first.notifiedAt());
    }

    @Test
    void aReplayThatNamesNothingIsAMistake() {
        for (var body : List.of("", "{}", "{\"orderId\":\" \"" + WHY + "}", "{\"orderId\":\"CS1\"}")) {
            var answer = service.post("/internal/orders:replay", body);

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(Json.mapper().readTree(answer.body()).path("detail").asString())
                    .isNotBlank();
        }
    }

    @Test
    void aRecordThatNobodyCanReadIsADeadLetterOfItsOwnTopic() {
        var key = "order-" + UUID.randomUUID();
        service.send(new ProducerRecord<>(Topics.ORDER_FACTS.name(), key, "no event".getBytes(StandardCharsets.UTF_8)));

        await().atMost(SOON).until(() -> letter(key).isPresent());
        var letter = letter(key).orElseThrow();

        assertThat(letter).startsWith(Topics.ORDER_FACTS.deadLetters().name() + ":");
        var preview = service.post("/internal/dead-letters/" + letter + ":preview", "");
        assertThat(Json.mapper().readTree(preview.body()).path("putAsideAgain").asString())
                .isEqualTo("unreadable");
    }

    @Test
    void factsAndStepsOfBothLedgersAreCountedForTheService() {
        bought(order);
        service.notified(order, clock.instant());
        observed(id, comparison(Comparison.KNOWN));

        var metrics = new Actuator(service).metrics();
        assertThat(metrics)
                .anyMatch(line -> line.startsWith("koobridge_facts_total{") && line.contains("fact=\"notified\""))
                .anyMatch(line -> line.startsWith("koobridge_facts_total{") && line.contains("fact=\"purchased\""))
                .anyMatch(line -> line.startsWith("koobridge_reconcile_total{")
                        && line.contains("service=\"provisioning-service\""));
    }

    private static OrderKey sold(String type) {
        var order = RunningProvisioning.newOrder();
        BOOK.sell(order, type);
        return order;
    }

    /** By its call, as the gateway would tell it. */
    private static String bought(OrderKey order) {
        BOOK.sell(order, "NEW");
        var instance = RunningProvisioning.idOf(order);
        service.send(instance, new InstancePurchased(InstanceKind.SAAS, order), clock.instant());
        await().atMost(SOON).until(() -> service.phase(instance).equals(Optional.of(Phase.ACTIVE)));
        return instance;
    }

    private static JsonNode replay(String what) {
        var answer = service.post("/internal/orders:replay", "{" + what + WHY + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static Predicate<OrderObserved> comparison(Comparison wanted) {
        return state -> state.comparison() == wanted && state.failure() == null;
    }

    /** The first state of the order that is so. */
    private static OrderObserved observed(String id, Predicate<OrderObserved> so) {
        var records = Records.readUntil(service.broker(), Topics.ORDER_STATES.name(), SOON, all -> states(all, id)
                .anyMatch(so));
        return states(records, id).filter(so).findFirst().orElseThrow();
    }

    private static List<OrderObserved> states(String id) {
        return states(
                        Records.readUntil(service.broker(), Topics.ORDER_STATES.name(), SOON, all -> states(all, id)
                                .findAny()
                                .isPresent()),
                        id)
                .toList();
    }

    private static Stream<OrderObserved> states(List<ConsumerRecord<String, byte[]>> records, String id) {
        var codec = new EventCodec<>(EventFamily.ORDER_STATES);
        return records.stream()
                .filter(record -> record.key().equals(id))
                .map(record -> codec.decode(KafkaEvents.headers(record.headers()), record.value()))
                .map(decoded ->
                        ((Decoded.Intact<OrderObserved>) decoded).event().data());
    }

    private static Optional<String> finding(String kind, String subject) {
        return service.get("/internal/findings?limit=500&kind=" + kind)
                .path("findings")
                .valueStream()
                .filter(row -> row.path("subject").asString().equals(subject))
                .map(row -> row.path("detail").asString())
                .findFirst();
    }

    private static boolean work(String state, String id) {
        return service.get("/internal/work?limit=500&state=" + state)
                .path("work")
                .valueStream()
                .anyMatch(item -> item.path("ledger").asString().equals("orders")
                        && item.path("id").asString().equals(id));
    }

    private static Optional<String> letter(String key) {
        return service.get("/internal/dead-letters")
                .path("deadLetters")
                .valueStream()
                .filter(letter -> letter.path("key").asString().equals(key))
                .map(letter -> letter.path("id").asString())
                .findFirst();
    }
}
