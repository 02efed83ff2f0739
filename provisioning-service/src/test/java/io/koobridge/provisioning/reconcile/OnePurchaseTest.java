package io.koobridge.provisioning.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.ledger.InstanceRules;
import io.koobridge.provisioning.ledger.LearnedOrders;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.ledger.OwnOrders;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order of two lines of one product whose usage is paid, called by both editions: who is which instance (saas-v1 §3.1, saas-v2 §3.4)? */
class OnePurchaseTest {

    private static final OrderDetails.Product PRODUCT = new OrderDetails.Product("P1", null, null);
    private static final OrderQuery.Answer BY_USE =
            new OrderQuery.Answer.Found(new OrderDetails("NEW", ChargingMode.ON_DEMAND, PRODUCT, null, null, null), 1);
    private static final Attempt ATTEMPT = new Attempt() {
        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {}
    };

    private final TestDatabase database = new TestDatabase(OnePurchaseTest.class);
    private final LedgerStore<Instance> ledger = new MongoLedgerStore<>(database.instances(), Instance.class);
    private final RecordingFindings findings = new RecordingFindings();
    private final InstanceRules rules =
            new InstanceRules(database.names(), database.mentions(), (owner, event) -> event.about(owner), findings);
    private final InstanceWorker worker = new InstanceWorker(
            new InstanceWorker.Orders(
                    (_, _) -> BY_USE, new LearnedOrders(database.names(), new OwnOrders(database.instances()))),
            new Remarks(findings),
            new InstanceWorker.Product(
                    _ -> new Provisioner.Answer.Ready(new AppInfo("https://app.example.com", null, null, null, null)),
                    (_, _) -> Instances.ACCESS),
            MutableClock.at(Instances.ORDERED));
    private final Map<OrderKey, String> instances = new HashMap<>();

    /** How a call names the purchase. */
    private enum Call {
        V1_WITHOUT_MODE(null, false),
        V1(null, true),
        V2_FIRST_LINE("-000001", false),
        V2_FIRST_LINE_AND_PRODUCT("-000001", true),
        V2_SECOND_LINE("-000002", false),
        V2_SECOND_LINE_AND_PRODUCT("-000002", true);

        private final @Nullable String line;
        private final boolean product;

        Call(@Nullable String line, boolean product) {
            this.line = line;
            this.product = product;
        }

        OrderKey key(String order) {
            return new OrderKey(order, line == null ? null : order + line, product ? "P1" : null);
        }

        /** V1's call tells what was bought; one of them leaves out how it is paid. */
        InstancePurchased purchase(String order) {
            return line != null
                    ? new InstancePurchased(InstanceKind.SAAS, key(order))
                    : new InstancePurchased(
                            InstanceKind.SAAS,
                            key(order),
                            new OrderDetails("NEW", product ? ChargingMode.ON_DEMAND : null, PRODUCT, null, null, null),
                            AccessForm.ENCRYPTED);
        }
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatV2SoldFirstIsV1sToo(boolean crash) {
        var sold = call(Call.V2_FIRST_LINE);
        learn(sold, crash);

        assertThat(call(Call.V1)).isEqualTo(sold);
        learn(sold, false);

        assertThat(call(Call.V1_WITHOUT_MODE)).isEqualTo(sold);
        assertThat(call(Call.V2_FIRST_LINE_AND_PRODUCT)).isEqualTo(sold);
        assertThat(call(Call.V2_SECOND_LINE)).isNotEqualTo(sold);
        assertThat(findings.open()).isEmpty();
    }

    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatV1SoldFirstWithoutSayingHowItIsPaidKeepsItsInstanceWhenItSaysSo(boolean crash) {
        var sold = call(Call.V1_WITHOUT_MODE);
        learn(sold, crash);

        assertThat(call(Call.V1)).isEqualTo(sold);
        learn(sold, false);

        assertThat(call(Call.V2_FIRST_LINE)).isEqualTo(sold);
        assertThat(call(Call.V2_FIRST_LINE_AND_PRODUCT)).isEqualTo(sold);
        assertThat(findings.open()).isEmpty();
    }

    /** Whoever took V1's instance for the line that V2 calls could make two lines one, so a person looks. */
    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatV1SoldFirstByItsProductMayBeTheLineThatV2AsksForAndAPersonHearsOfIt(boolean crash) {
        var sold = call(Call.V1);
        var line = call(Call.V2_FIRST_LINE);
        learn(line, crash);
        learn(line, false);

        assertThat(line).isNotEqualTo(sold);
        assertThat(call(Call.V1)).isEqualTo(sold);
        assertThat(findings.open())
                .isEqualTo(Map.of(
                        "PERHAPS_ONE_PURCHASE|" + line,
                        "%s and %s have order CS1 and the same product: perhaps it was paid for once"
                                .formatted(line, sold)));
    }

    @Tag("promise:one-order-one-instance")
    @Test
    void twoLinesOfV2AreTwoPurchasesAndNobodyNeedsToLook() {
        learn(call(Call.V2_FIRST_LINE), false);
        learn(call(Call.V2_SECOND_LINE), false);

        assertThat(instances.values()).doesNotHaveDuplicates();
        assertThat(findings.open()).isEmpty();
    }

    /** In whatever order calls come and orders are learned, with workers that die between claiming and learning. */
    @Tag("promise:one-order-one-instance")
    @Test
    void linesNeverBecomeOneAndPurchasesThatMayBeOneAreTold() {
        for (int seed = 0; seed < 60; seed++) {
            var order = "CS" + seed;
            var random = new Random(seed);
            var called = new HashMap<Call, String>();
            for (int step = 0; step < 8; step++) {
                var call = Call.values()[random.nextInt(Call.values().length)];
                var instance = call(call, order);
                assertThat(called.getOrDefault(call, instance))
                        .as("seed %d: %s again", seed, call)
                        .isEqualTo(instance);
                called.put(call, instance);
                if (random.nextBoolean()) {
                    learn(anyOf(called, random), random.nextBoolean());
                }
            }
            called.values().stream().distinct().sorted().forEach(instance -> learn(instance, false));
            assertEndedRight(seed, called);
        }
    }

    private void assertEndedRight(int seed, Map<Call, String> called) {
        called.forEach((one, instance) -> called.forEach((other, same) -> {
            if (one.line != null && other.line != null && !one.line.equals(other.line)) {
                assertThat(instance).as("seed %d: %s and %s", seed, one, other).isNotEqualTo(same);
            }
        }));
        var ids = called.values().stream().distinct().toList();
        var lines = ids.stream().map(id -> found(id).order().lineId()).toList();
        var named = lines.stream().flatMap(Optional::stream).distinct().count();
        var surelyApart = ids.size() == 1 || named == ids.size();
        assertThat(findings.open().keySet())
                .as("seed %d: findings about %s", seed, ids)
                .matches(open ->
                        surelyApart == ids.stream().noneMatch(id -> open.contains("PERHAPS_ONE_PURCHASE|" + id)));
    }

    private static String anyOf(Map<Call, String> called, Random random) {
        var ids = new ArrayList<>(called.values());
        ids.sort(null);
        return ids.get(random.nextInt(ids.size()));
    }

    private String call(Call call) {
        var instance = call(call, "CS1");
        instances.put(call.key("CS1"), instance);
        return instance;
    }

    /** As the service takes a fact: claims, decides, writes. */
    private String call(Call call, String order) {
        var purchase = call.purchase(order);
        var derived = database.names().derived(new Name(purchase.kind(), purchase.order()));
        var event = Objects.requireNonNull(
                rules.claim(Instances.fact(call + order, 0, purchase).about(derived))
                        .block());
        if (Decisions.decide(
                        ledger.find(event.subject()).map(entry -> entry.state()).block(), event)
                instanceof Outcome.Applied<Instance>(var next)) {
            write(next);
        }
        return event.subject();
    }

    /** @param crash whether the worker dies when the names are claimed and the order is not learned yet */
    private void learn(String id, boolean crash) {
        var instance = found(id);
        while (!instance.spec().lookUps().isEmpty()) {
            var next =
                    switch (worker.reconcile(instance, ATTEMPT)) {
                        case Step.Progressed<Instance>(var made) -> made;
                        case Step.Settled<Instance>(var made) -> made;
                        case Step<Instance> other -> throw new AssertionError(other.toString());
                    };
            if (crash && next.spec().lookUps().isEmpty()) {
                return;
            }
            write(next);
            instance = next;
        }
    }

    private Instance found(String id) {
        return Objects.requireNonNull(ledger.find(id).block()).state();
    }

    private void write(Instance next) {
        var work = new Work("t", 1, Instances.ORDERED, Instances.ORDERED, Instances.ORDERED);
        var before = ledger.find(next.id()).block();
        assertThat((before == null
                                ? ledger.insert(next.id(), next, work)
                                : ledger.replace(next.id(), before.version(), next, work))
                        .block())
                .isTrue();
    }
}
