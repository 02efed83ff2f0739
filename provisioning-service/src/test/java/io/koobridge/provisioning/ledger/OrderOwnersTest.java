package io.koobridge.provisioning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.order.Comparison;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Work;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Whose order is it? */
class OrderOwnersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final OrderKey LINE = new OrderKey("CS1", "CS1-000001", null);

    private final TestDatabase store = new TestDatabase(OrderOwnersTest.class);
    private final Map<String, OwnOrder> there = new HashMap<>();
    private final Names names = store.names();
    private final OrderMentions mentions = store.mentions();
    private final InstanceRules rules =
            new InstanceRules(names, mentions, (owner, event) -> event.about(owner), new RecordingFindings());
    private final OrderOwners owners = new OrderOwners(names, mentions, id -> Mono.justOrEmpty(there.get(id)));

    @AfterEach
    void stop() {
        store.close();
    }

    /** V2 names the line, V1 the order alone; either may name the product of a pay-per-use order. */
    @ParameterizedTest
    @CsvSource({
        "SAAS, CS1-000001,",
        "SAAS,,",
        "SAAS, CS1-000001, P2",
        "SAAS,, P1",
        "LICENSE, CS1-000001,",
        "LICENSE,, P2"
    })
    void aPurchaseOwnsItsOrderByWhateverKeyItsEditionGaveIt(
            InstanceKind kind, @Nullable String line, @Nullable String product) {
        came("kb1", new InstancePurchased(kind, new OrderKey("CS1", line, product)));

        assertThat(instanceOf("NEW", "P1", "P2")).isEqualTo("kb1");
        assertThat(instanceOf("TRIAL", "P1", "P2")).isEqualTo("kb1");
        assertThat(instanceOf("RENEW", "P1", "P2"))
                .as("whoever owns an order knows it")
                .isEqualTo("kb1");
    }

    @Test
    void thePurchaseOfAnotherLineOrProductOwnsNothingHere() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, new OrderKey("CS1", "CS1-000002", null)));
        came("kb2", new InstancePurchased(InstanceKind.SAAS, new OrderKey("CS1", "CS1-000001", "P3")));

        assertThat(instanceOf("NEW", "P1", "P2")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENEW", "CHANGE", "TRIAL_TO_FORMAL", "UNSUBSCRIBE"})
    void everyOtherOrderBelongsToTheInstanceWhoseCallNamedIt(String type) {
        assertThat(instanceOf(type, "P1")).isNull();

        came("kb1", new TermChanged(TermChange.RENEWAL, LINE, "P1", NOW, false));
        came("kb2", new InstanceReleased(LINE));

        assertThat(instanceOf(type, "P1")).as("the first one").isEqualTo("kb1");
        assertThat(instanceOf("NEW", "P1")).isNull();
    }

    @Test
    void aCallThatNamesNoLineMeansEveryLine() {
        came("kb1", new UpgradeOrdered(new OrderKey("CS1", null, null)));

        assertThat(instanceOf("CHANGE")).isEqualTo("kb1");
    }

    @Test
    void whereCallsNamedTheLineAndTheOrderAloneTheLineCounts() {
        came("kb1", new UpgradeOrdered(new OrderKey("CS1", null, null)));
        came("kb2", new UpgradeOrdered(LINE));

        assertThat(instanceOf("CHANGE")).isEqualTo("kb2");
    }

    @Test
    void aCallThatNamesNoOrderMeansNone() {
        came("kb1", new InstanceFrozen());
        came("kb1", new InstanceReleased(null));

        assertThat(instanceOf("UNSUBSCRIBE")).isNull();
    }

    @Test
    void anOrderOfATypeThatNobodyKnowsBelongsToWhoeverNamedIt() {
        came("kb1", new UpgradeOrdered(LINE));

        assertThat(instanceOf("BARTER", "P1")).isEqualTo("kb1");
    }

    @Test
    void aProductThatNoCallCouldNameIsNoObstacle() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, LINE));

        assertThat(instanceOf("NEW", "x".repeat(100), "half \ud800")).isEqualTo("kb1");
    }

    @Test
    void lookingWritesNothing() {
        var event = event("kb1", new UpgradeOrdered(LINE));

        rules.locate(event).block();

        assertThat(instanceOf("CHANGE")).isNull();
    }

    private void came(String instance, InstanceFact fact) {
        rules.claim(event(instance, fact)).block();
        if (fact instanceof InstancePurchased purchase) {
            var order = purchase.order();
            there.put(instance, new OwnOrder(order.orderId(), order.orderLineId()));
        }
    }

    private static Event<InstanceFact> event(String instance, InstanceFact fact) {
        return new Event<>("fact", instance, "/test", NOW, NOW, null, fact);
    }

    @Test
    void ofAnOrderWhoseLineNobodyNamedEveryLineCounts() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, new OrderKey("CS1", "CS1-000002", null)));
        came("kb2", new UpgradeOrdered(new OrderKey("CS2", "CS2-000002", null)));

        assertThat(instanceOf(new OrderKey("CS1", null, null), "NEW", List.of("CS1-000001", "CS1-000002")))
                .isEqualTo("kb1");
        assertThat(instanceOf(new OrderKey("CS2", null, null), "CHANGE", List.of("CS2-000002")))
                .isEqualTo("kb2");
    }

    @Test
    void anOrderThatWasClaimedForAnInstanceThatNeverCameToBeIsNotKnown() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, LINE));
        there.remove("kb1");

        assertThat(instanceOf("NEW", "P1")).isNull();
    }

    @Test
    void anOrderOfMoreLinesAndProductsThanAnyHasIsAskedForInParts() {
        var many = IntStream.rangeClosed(1, 50).mapToObj("P%d"::formatted).toArray(String[]::new);
        var lines = IntStream.rangeClosed(1, 50).mapToObj("CS1-%06d"::formatted).toList();
        came("kb1", new InstancePurchased(InstanceKind.LICENSE, new OrderKey("CS1", "CS1-000050", "P50")));

        assertThat(instanceOf(new OrderKey("CS1", null, null), "NEW", lines, many))
                .isEqualTo("kb1");
        assertThat(store.mostNamesAtOnce()).isEqualTo(1_000);
    }

    /** V1's name is the first line's too; whoever lost the call of the second one must hear of it. */
    @Test
    void anInstanceOfTheFirstLineIsNoneOfTheSecond() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, LINE));
        var second = new OrderKey("CS1", "CS1-000002", null);
        var whole = new OrderKey("CS1", null, null);
        var lines = List.of("CS1-000001", "CS1-000002");

        assertThat(instanceOf(second, "NEW", List.of("CS1-000002"), "P1")).isNull();
        assertThat(instanceOf(second, "BARTER", List.of("CS1-000002"), "P1")).isNull();
        assertThat(instanceOf(whole, "NEW", lines, "P1"))
                .as("the order is known, if not all of it")
                .isEqualTo("kb1");

        came("kb2", new InstancePurchased(InstanceKind.SAAS, second));
        assertThat(instanceOf(second, "NEW", List.of("CS1-000002"), "P1")).isEqualTo("kb2");
    }

    @Test
    void norIsOneThatOwnsTheNameOfItsProduct() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, LINE));
        names.claim(new Names.Name(InstanceKind.SAAS, new OrderKey("CS1", null, "P1")), "kb1")
                .block();

        assertThat(instanceOf(new OrderKey("CS1", "CS1-000002", null), "NEW", List.of(), "P1"))
                .isNull();
    }

    @Test
    void whatV1BoughtIsEveryLine() {
        came("kb1", new InstancePurchased(InstanceKind.SAAS, new OrderKey("CS1", null, null)));

        assertThat(instanceOf(new OrderKey("CS1", "CS1-000002", null), "NEW", List.of()))
                .isEqualTo("kb1");
    }

    /** Its own order is another one, whatever line of that it is. */
    @Test
    void anImportedInstanceOwnsTheOrderOfItsRenewalAsAWhole() {
        names.claim(new Names.Name(InstanceKind.SAAS, new OrderKey("CS1", null, null)), "old-1")
                .block();
        there.put("old-1", new OwnOrder("CS0", "CS0-000003"));

        assertThat(instanceOf(new OrderKey("CS1", "CS1-000002", null), "RENEW", List.of()))
                .isEqualTo("old-1");
    }

    @Test
    void whatAnInstanceWasBoughtByIsReadFromItsDocument() {
        var instances = store.instances();
        var orders = new OwnOrders(instances);
        new MongoLedgerStore<>(instances, Instance.class)
                .insert("kb1", Instances.ordered(), new Work("t", 1, NOW, NOW, NOW))
                .block();
        Mono.from(instances.insertOne(BsonDocument.parse("{_id: 'broken', state: {order: 7}}")))
                .block();

        assertThat(orders.of("kb1").block()).isEqualTo(new OwnOrder("CS1", "CS1-000001"));
        assertThat(orders.of("broken").block()).isEqualTo(new OwnOrder(null, null));
        assertThat(orders.of("nobody").blockOptional()).isEmpty();
    }

    @Test
    void aCallUnderAnotherIdBelongsToTheInstanceThatHasIt() {
        var name = new Names.Name(InstanceKind.SAAS, new OrderKey("CS0", null, null));
        names.know(Map.of(name, "old-1")).block();
        there.put("old-1", new OwnOrder("CS0", null));

        came(names.derived(name), new UpgradeOrdered(LINE));

        assertThat(instanceOf("CHANGE", "P1")).isEqualTo("old-1");
    }

    private @Nullable String instanceOf(String type, String... products) {
        return instanceOf(LINE, type, List.of(), products);
    }

    private @Nullable String instanceOf(OrderKey order, String type, List<String> lines, String... products) {
        var sighting = new Sighting(new OrderDetails(type, null, null, null, null, null), List.of(products), lines);
        return owners.instanceOf(new ObservedOrder(order, NOW, NOW, 1, sighting, Comparison.PENDING, null, null))
                .block();
    }
}
