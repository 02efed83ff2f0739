package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.EXPIRY;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.RENEWED;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What was bought, where the calls tell it (saas-v1 §3). */
class BoughtByCallTest {

    private static final OrderKey ORDER = new OrderKey("CS1", null, null);
    private static final Product BASIC = new Product("OFFI1", "sku-1", 20L, 100L, 5L);
    private static final OrderDetails BOUGHT = new OrderDetails(
            "NEW",
            ChargingMode.PERIOD,
            BASIC,
            new Period("year", 1),
            EXPIRY,
            Instances.BOUGHT.buyer(),
            new Particulars("b1", new BigDecimal("1280.500"), 1, List.of(field("dept", "a"), field("seat", "b"))));

    @Tag("promise:calls-are-heard")
    @Test
    void whatTheCallTellsIsBoughtAndNobodyAsksAboutTheOrder() {
        var ordered = ordered(BOUGHT);

        assertThat(ordered.spec().lookUps()).isEmpty();
        assertThat(ordered.spec().mustBeKnownFirst()).isFalse();
        assertThat(ordered.spec().bought()).isEqualTo(new Part<>(BOUGHT, ORDERED));
        assertThat(ordered.spec().expiry()).isEqualTo(new Part<>(EXPIRY, ORDERED));
        assertThat(ordered.accessForm()).isEqualTo(AccessForm.ENCRYPTED);
        assertThat(Wish.of(ordered).access()).isEqualTo(AccessForm.ENCRYPTED);
    }

    @Test
    void anInstanceOfAnEditionThatSaysNothingOfAccessShowsItPlainly() {
        assertThat(Instances.ordered().accessForm()).isEqualTo(AccessForm.PLAIN);
    }

    @Test
    void aDocumentFromBeforeThereWereEditionsCanStillBeRead() {
        var written = (ObjectNode) Json.mapper().valueToTree(Instances.active());
        assertThat(written.has("access")).isFalse();
        var product = (ObjectNode) written.at("/spec/bought/value/product");
        assertThat(product.propertyNames()).containsExactlyInAnyOrder("productId", "skuCode", "quantity");

        var read = Json.mapper().treeToValue(written, Instance.class);

        assertThat(read).isEqualTo(Instances.active());
        assertThat(read.accessForm()).isEqualTo(AccessForm.PLAIN);
    }

    @Test
    void aDocumentKeepsAllThatTheCallTold() {
        var json = Json.mapper().writeValueAsBytes(ordered(BOUGHT));

        assertThat(Json.mapper().readValue(json, Instance.class)).isEqualTo(ordered(BOUGHT));
    }

    @Test
    void whereTheCallDidNotSayHowItIsPaidTheOrderIsAskedForTheRestAndTheCallCounts() {
        var told =
                new OrderDetails("NEW", null, new Product("OFFI1", null, 20L), null, null, null, BOUGHT.particulars());
        var ordered = ordered(told);
        assertThat(ordered.spec().lookUps()).hasSize(1);
        assertThat(ordered.spec().mustBeKnownFirst())
                .as("what was told is enough to begin")
                .isFalse();
        var order = new OrderDetails(
                "TRIAL",
                ChargingMode.ON_DEMAND,
                new Product("OFFI1", "sku-1", 7L),
                new Period("month", 1),
                EXPIRY,
                Instances.BOUGHT.buyer());

        var known = Instances.knowing(ordered, order);

        assertThat(Instances.bought(known))
                .isEqualTo(new OrderDetails(
                        "NEW",
                        ChargingMode.ON_DEMAND,
                        new Product("OFFI1", "sku-1", 20L),
                        new Period("month", 1),
                        EXPIRY,
                        Instances.BOUGHT.buyer(),
                        BOUGHT.particulars()));
        assertThat(Instances.expiry(known)).isEqualTo(EXPIRY);
        assertThat(known.spec().lookUps()).isEmpty();
    }

    @Test
    void anOrderForAnotherProductThanTheCallTellsNothingOfTheProduct() {
        var told = new OrderDetails("NEW", null, new Product("OFFI1", null, null), null, null, null);
        var order = new OrderDetails("NEW", ChargingMode.PERIOD, new Product("OFFI9", "sku-9", 7L), null, null, null);

        var known = Instances.bought(Instances.knowing(ordered(told), order));

        assertThat(known.product()).isEqualTo(told.product());
        assertThat(known.chargingMode()).isEqualTo(ChargingMode.PERIOD);
    }

    @Test
    void aCallThatToldNothingAtAllWaitsForItsOrder() {
        var ordered = ordered(new OrderDetails("NEW", null, null, null, null, null));

        assertThat(ordered.spec().mustBeKnownFirst()).isTrue();
    }

    @Tag("promise:calls-are-heard")
    @Test
    void aRenewalThawsMovesTheEndAndKeepsWhatItDoesNotTell() {
        var frozen = after(active(), fact("freeze", 10, new InstanceFrozen())).madeReal(null);
        var told = new OrderDetails(
                "RENEW", null, null, new Period("year", 2), null, null, paid("2560", field("seat", "c")));

        var renewed = after(frozen, fact("renewal", 60, renewal(TermChange.RENEWAL, null, told)));

        assertThat(renewed.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(Instances.expiry(renewed)).isEqualTo(RENEWED);
        assertThat(renewed.spec().lookUps()).isEmpty();
        assertThat(Instances.bought(renewed))
                .isEqualTo(new OrderDetails(
                        "RENEW",
                        ChargingMode.PERIOD,
                        BASIC,
                        new Period("year", 2),
                        EXPIRY,
                        BOUGHT.buyer(),
                        new Particulars(
                                "b1", new BigDecimal("2560"), 1, List.of(field("dept", "a"), field("seat", "c")))));
    }

    @Test
    void aRenewalWithAnotherTypeOfPeriodChangesTheProductAndKeepsItsSpecification() {
        var told = new OrderDetails("RENEW", null, new Product("OFFI-MONTHLY", null, null), null, null, null);
        var expected = new Product("OFFI-MONTHLY", "sku-1", 20L, 100L, 5L);

        assertThat(product(after(active(), fact("r", 60, renewal(TermChange.RENEWAL, null, told)))))
                .isEqualTo(expected);
        var named = renewal(
                TermChange.TRIAL_TO_FORMAL, "OFFI-MONTHLY", new OrderDetails("X", null, null, null, null, null));
        assertThat(product(after(active(), fact("r", 60, named)))).isEqualTo(expected);
    }

    @Test
    void aCancelledRenewalMovesTheEndBackAndLeavesTheProduct() {
        var told = new OrderDetails(
                "UNSUBSCRIBE",
                null,
                new Product("OFFI-OLD", null, null),
                new Period("month", 1),
                null,
                null,
                paid("-640.250"));
        var renewed = after(active(), fact("renewal", 60, renewal(TermChange.RENEWAL, null, BOUGHT)));
        var cancel = new TermChanged(
                TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, new OrderKey("CS9", null, null), null, EXPIRY, true, told);

        var cancelled = after(renewed, fact("cancelled", 120, cancel));

        assertThat(Instances.expiry(cancelled)).isEqualTo(EXPIRY);
        assertThat(product(cancelled)).isEqualTo(BASIC);
        assertThat(Instances.bought(cancelled).period()).isEqualTo(new Period("year", 1));
        assertThat(Objects.requireNonNull(Instances.bought(cancelled).particulars())
                        .orderAmount())
                .isEqualByComparingTo("-640.25");
    }

    @Test
    void anExpansionKeepsWhatItDoesNotTellAndAnotherSpecificationDoesNot() {
        var more = upgrade(new Product("OFFI1", "sku-1", 50L));
        var other = upgrade(new Product("OFFI3", "sku-pro", 50L));

        var expanded = after(active(), fact("u", 60, more));
        var upgraded = after(active(), fact("u", 60, other));

        assertThat(product(expanded)).isEqualTo(new Product("OFFI1", "sku-1", 50L, 100L, 5L));
        assertThat(product(upgraded)).isEqualTo(new Product("OFFI3", "sku-pro", 50L));
        assertThat(upgraded.spec().lookUps()).isEmpty();
        assertThat(Instances.bought(upgraded).period()).isEqualTo(BOUGHT.period());
        assertThat(Instances.bought(upgraded).buyer()).isEqualTo(BOUGHT.buyer());
        assertThat(upgraded.generation()).isEqualTo(active().generation() + 1);
    }

    @Test
    void anUpgradeThatWasSignedBeforeARenewalAndComesAfterItStillCounts() {
        var renewed = after(active(), fact("renewal", 120, renewal(TermChange.RENEWAL, null, BOUGHT_AGAIN)));

        assertThat(product(after(renewed, fact("u", 60, upgrade(new Product("OFFI3", "sku-pro", 50L))))))
                .isEqualTo(new Product("OFFI3", "sku-pro", 50L));
    }

    private static final OrderDetails BOUGHT_AGAIN =
            new OrderDetails("RENEW", null, null, new Period("month", 6), null, null);

    @Tag("promise:calls-are-heard")
    @Test
    void anOlderCallDoesNotOverruleANewerOne() {
        var upgraded = after(active(), fact("u", 120, upgrade(new Product("OFFI3", "sku-pro", 50L))));

        assertThat(Decisions.decide(upgraded, fact("late", 60, upgrade(new Product("OFFI1", "sku-1", 30L)))))
                .isInstanceOf(Stale.class);
        var named = new OrderDetails("RENEW", null, new Product("OFFI2", null, null), null, null, null);
        var renewed = after(upgraded, fact("late", 60, renewal(TermChange.RENEWAL, null, named)));
        assertThat(Instances.expiry(renewed)).isEqualTo(RENEWED);
        assertThat(product(renewed)).isEqualTo(new Product("OFFI3", "sku-pro", 50L));
    }

    @Test
    void aChangeThatAnotherOneOvertookChangesTheProductAndNothingElse() {
        var again = after(active(), fact("r2", 120, renewal(TermChange.RENEWAL, null, BOUGHT_AGAIN)));
        var told = new OrderDetails(
                "CHANGE", null, new Product("OFFI2", "sku-2", 7L), new Period("year", 9), null, null, paid("9"));
        var late =
                new TermChanged(TermChange.RENEWAL_CHANGE, new OrderKey("CS8", null, null), null, EXPIRY, false, told);

        var changed = after(again, fact("r1", 60, late));

        assertThat(product(changed)).isEqualTo(new Product("OFFI2", "sku-2", 7L));
        assertThat(Instances.bought(changed).period()).isEqualTo(BOUGHT_AGAIN.period());
        assertThat(Objects.requireNonNull(Instances.bought(changed).particulars())
                        .orderAmount())
                .isEqualByComparingTo("1280.5");
        assertThat(Instances.expiry(changed)).isEqualTo(RENEWED);
    }

    @Test
    void ofTwoCallsOfTheSameSecondTheOneThatStandsLaterInTheTopicCounts() {
        var both = after(
                after(active(), fact("u1", 60, upgrade(new Product("OFFI3", "sku-pro", 50L)))),
                fact("u2", 57, upgrade(new Product("OFFI4", "sku-max", 9L))));

        assertThat(product(both)).isEqualTo(new Product("OFFI4", "sku-max", 9L));
    }

    @Test
    void anOrderThatIsLearnedLateCompletesWhatCallsToldSince() {
        var bought =
                after(Instances.ordered(), fact("u", 60, upgrade(new Product("OFFI3", "sku-pro", 50L, 10L, null))));
        assertThat(bought.spec().mustBeKnownFirst())
                .as("the purchase is not known")
                .isTrue();

        var known = Instances.bought(Instances.knowing(bought, Instances.BOUGHT));

        assertThat(known.product()).isEqualTo(new Product("OFFI3", "sku-pro", 50L, 10L, null));
        assertThat(known.chargingMode()).isEqualTo(ChargingMode.PERIOD);
        assertThat(known.buyer()).isEqualTo(Instances.BOUGHT.buyer());
    }

    @Test
    void anOrderQueryForgetsNothingThatOnlyACallTold() {
        var upgraded = after(active(), fact("u", 60, new UpgradeOrdered(new OrderKey("CS3", null, null))));
        var order =
                new OrderDetails("CHANGE", ChargingMode.PERIOD, new Product("OFFI1", "sku-1", 50L), null, null, null);

        var known = Instances.bought(Instances.knowing(upgraded, order));

        assertThat(known.product()).isEqualTo(new Product("OFFI1", "sku-1", 50L, 100L, 5L));
        assertThat(known.particulars()).isEqualTo(BOUGHT.particulars());
    }

    @Test
    void aRenewalBeforeThePurchaseIsKnownDoesNotHideIt() {
        var renewed = after(Instances.ordered(), fact("r", 60, renewal(TermChange.RENEWAL, null, BOUGHT_AGAIN)));

        var known = Instances.bought(Instances.knowing(renewed, Instances.BOUGHT));

        assertThat(known.product()).isEqualTo(Instances.BOUGHT.product());
        assertThat(known.chargingMode()).isEqualTo(ChargingMode.PERIOD);
    }

    /** A product that V2 sold and V1 renews before anybody has learned what was sold. */
    @Test
    void aRenewalGoesOnWithTheSpecificationOfTheLastOrderBeforeItWhicheverIsLearnedFirst() {
        var upgrade = fact("u", 30, new UpgradeOrdered(new OrderKey("CS3", null, null)));
        var told = new OrderDetails("RENEW", null, new Product("OFFI1", null, null), null, null, null);
        var renewal = fact("r", 60, renewal(TermChange.RENEWAL, null, told));
        var renewed = after(after(Instances.ordered(), upgrade), renewal);
        var purchased = learned(renewed.spec().lookUps().getFirst(), new Product("OFFI1", "sku-1", 20L));
        var upgraded = learned(renewed.spec().lookUps().getLast(), new Product("OFFI1", "sku-pro", 50L));

        assertThat(product(after(after(renewed, purchased), upgraded))).isEqualTo(new Product("OFFI1", "sku-pro", 50L));
        assertThat(product(after(after(renewed, upgraded), purchased))).isEqualTo(new Product("OFFI1", "sku-pro", 50L));
    }

    @Test
    void aRenewalWithAnotherProductTakesNothingFromAnOrderBeforeIt() {
        var told = new OrderDetails("RENEW", null, new Product("OFFI-YEARLY", null, null), null, null, null);
        var renewed = after(Instances.ordered(), fact("r", 60, renewal(TermChange.RENEWAL, null, told)));

        var known = Instances.knowing(renewed, Instances.BOUGHT);

        assertThat(product(known)).isEqualTo(new Product("OFFI-YEARLY", null, null));
    }

    @Test
    void whatIsReleasedIsNotThawedByARenewal() {
        var released = after(active(), fact("release", 20, new InstanceReleased(null)));

        assertThat(Decisions.decide(released, fact("r", 60, renewal(TermChange.RENEWAL, null, BOUGHT))))
                .isEqualTo(new Refused<Instance>(Reason.RELEASED));
    }

    @Test
    void theSameCallAgainChangesNothing() {
        var renewal = fact("r", 60, renewal(TermChange.RENEWAL, null, BOUGHT));
        var upgrade = fact("u", 90, upgrade(new Product("OFFI3", "sku-pro", 50L)));
        var end = after(after(active(), renewal), upgrade);

        assertThat(Decisions.decide(end, renewal)).isEqualTo(new Unchanged<Instance>());
        assertThat(Decisions.decide(end, upgrade)).isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void extensionFieldsDoNotPileUpWithoutEnd() {
        var end = active();
        for (int call = 0; call < 6; call++) {
            int from = call * 30;
            var fields = IntStream.range(from, from + 30)
                    .mapToObj(i -> field("f" + i, "x"))
                    .toArray(ExtensionField[]::new);
            var told = new OrderDetails("CHANGE", null, null, null, null, null, paid("1", fields));
            end = after(end, fact("u" + call, call, new UpgradeOrdered(new OrderKey("CS-" + call, null, null), told)));
        }

        assertThat(Objects.requireNonNull(Instances.bought(end).particulars()).extension())
                .hasSize(128)
                .last()
                .isEqualTo(field("f179", "x"));
    }

    private static Instance ordered(OrderDetails told) {
        var purchase = new InstancePurchased(InstanceKind.SAAS, ORDER, told, AccessForm.ENCRYPTED);
        return after(null, fact("purchase", 0, purchase));
    }

    private static Event<OrderLearned> learned(LookUp asked, Product product) {
        var details = new OrderDetails("NEW", ChargingMode.PERIOD, product, null, null, null);
        return asked.learned(Instances.ID, details, "/test", ORDERED);
    }

    private static Instance active() {
        return ordered(BOUGHT).madeReal(Instances.ACCESS);
    }

    private static @Nullable Product product(Instance instance) {
        return Instances.bought(instance).product();
    }

    private static TermChanged renewal(TermChange change, @Nullable String productId, OrderDetails told) {
        return new TermChanged(change, new OrderKey("CS2", null, null), productId, RENEWED, true, told);
    }

    private static UpgradeOrdered upgrade(Product product) {
        var told = new OrderDetails("CHANGE", null, product, null, null, null);
        return new UpgradeOrdered(new OrderKey("CS-" + product.productId(), null, null), told);
    }

    private static Particulars paid(String amount, ExtensionField... fields) {
        return new Particulars(null, new BigDecimal(amount), null, List.of(fields));
    }

    private static ExtensionField field(String name, String value) {
        return new ExtensionField(name, new SealedText(value));
    }
}
