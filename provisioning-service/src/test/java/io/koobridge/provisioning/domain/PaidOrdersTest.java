package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ORDER;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static io.koobridge.provisioning.Instances.knowing;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.Instances;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaidOrdersTest {

    private static final Sale FIVE = new Sale(Instances.BOUGHT.product());
    private static final Sale TEN = new Sale(new Product("OFFI1", "sku-1", 10L));
    private static final OrderInForce PURCHASE = new OrderInForce(ORDER, ORDERED, FIVE);

    private static OrderKey order(String id) {
        return new OrderKey(id, id + "-000001", null);
    }

    private static InstanceFact change(TermChange change, String order, long days) {
        return new TermChanged(change, order(order), null, Instances.EXPIRY.plus(Duration.ofDays(days)), false);
    }

    private static InstanceFact renewal(String order, long days) {
        return change(TermChange.RENEWAL, order, days);
    }

    private static InstanceFact cancelled(String order) {
        return change(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, order, 0);
    }

    private static OrderInForce paid(String order, long seconds, @Nullable Sale sold) {
        return new OrderInForce(order(order), ORDERED.plusSeconds(seconds), sold);
    }

    private static List<OrderKey> orders(Instance instance) {
        return instance.paid().orders().stream().map(PaidOrder::order).toList();
    }

    private static OrderDetails sold(Sale sale) {
        return new OrderDetails(
                "CHANGE", ChargingMode.PERIOD, sale.product(), null, Instances.EXPIRY, Instances.BOUGHT.buyer());
    }

    /** An order that sells ten, and about which the marketplace was asked already. */
    private static Instance changedToTen() {
        return knowing(
                after(Instances.activeLicense(), fact("c", 100, change(TermChange.RENEWAL_CHANGE, "CS8", 1))),
                sold(TEN));
    }

    private static Instance renewedTwice() {
        return after(
                after(Instances.activeLicense(), fact("r1", 100, renewal("CS8", 1))),
                fact("r2", 200, renewal("CS9", 2)));
    }

    @Test
    void thePurchaseIsInForceUntilSomethingElseIs() {
        assertThat(Instances.orderedLicense().paid().inForce()).isEqualTo(new OrderInForce(ORDER, ORDERED, null));
        assertThat(Instances.activeLicense().paid().inForce()).isEqualTo(PURCHASE);
    }

    @Test
    void aRenewalIsInForceFromItsCallOnAndSellsTheSame() {
        var renewed = after(Instances.activeLicense(), fact("renewed", 100, renewal("CS9", 1)));

        assertThat(renewed.paid().inForce()).isEqualTo(paid("CS9", 100, FIVE));
    }

    /** What the order before it sold is no answer: it may have been more or less. */
    @ParameterizedTest
    @EnumSource(
            value = TermChange.class,
            names = {"TRIAL_TO_FORMAL", "RENEWAL_CHANGE"})
    void theOrderOfAChangeIsInForceAtOnceAndSellsWhatItsQueryTells(TermChange change) {
        var changed = after(Instances.activeLicense(), fact("changed", 100, change(change, "CS9", 1)));

        assertThat(changed.paid().inForce()).isEqualTo(paid("CS9", 100, null));
        assertThat(knowing(changed, sold(TEN)).paid().inForce()).isEqualTo(paid("CS9", 100, TEN));
    }

    @Test
    void aRenewalOfAnotherProductSellsWhatItsQueryTells() {
        var other = new TermChanged(TermChange.RENEWAL, order("CS9"), "OFFI1", Instances.RENEWED, false);
        var changed = after(Instances.activeLicense(), fact("changed", 100, other));

        assertThat(changed.paid().inForce().sold()).isNull();
        assertThat(knowing(changed, sold(TEN)).paid().inForce()).isEqualTo(paid("CS9", 100, TEN));
    }

    @Test
    void whoeverSellsOnWhatNobodyKnowsWaitsForIt() {
        var changed = after(Instances.activeLicense(), fact("c", 100, change(TermChange.TRIAL_TO_FORMAL, "CS8", 1)));
        var renewed = after(changed, fact("r", 200, renewal("CS9", 2)));

        assertThat(renewed.paid().inForce()).isEqualTo(paid("CS9", 200, null));
        assertThat(knowing(renewed, sold(TEN)).paid().inForce()).isEqualTo(paid("CS9", 200, TEN));
    }

    /** In V1 the call tells the product, and the quantity stays (saas-v1 §3.1). */
    @Test
    void inV1TheCallSaysWhatIsSold() {
        var bought =
                new OrderDetails("RENEW", null, new Product("OFFI2", null, null), null, Instances.RENEWED, null, null);
        var term = new TermChanged(TermChange.RENEWAL, order("CS9"), "OFFI2", Instances.RENEWED, false, bought);

        assertThat(after(Instances.activeLicense(), fact("v1", 100, term))
                        .paid()
                        .inForce())
                .isEqualTo(paid("CS9", 100, new Sale(new Product("OFFI2", "sku-1", 5L))));
    }

    @Test
    void aCancelledOrderTakesWhatItSoldWithIt() {
        assertThat(changedToTen().paid().inForce()).isEqualTo(paid("CS8", 100, TEN));
        assertThat(after(changedToTen(), fact("u", 300, cancelled("CS8")))
                        .paid()
                        .inForce())
                .isEqualTo(PURCHASE);
    }

    @Test
    void whatACancelledOrderSoldIsLearnedByNoOther() {
        var changed = after(Instances.activeLicense(), fact("c", 100, change(TermChange.RENEWAL_CHANGE, "CS8", 1)));
        var cancelled = after(changed, fact("u", 300, cancelled("CS8")));

        assertThat(cancelled.paid().inForce()).isEqualTo(PURCHASE);
        assertThat(knowing(cancelled, sold(TEN)).paid().inForce()).isEqualTo(PURCHASE);
    }

    @Test
    void whatWasSoldOnStaysWhenTheOrderBeforeItIsCancelled() {
        var renewed = after(changedToTen(), fact("r", 200, renewal("CS9", 2)));

        assertThat(after(renewed, fact("u", 300, cancelled("CS8"))).paid().inForce())
                .isEqualTo(paid("CS9", 200, TEN));
    }

    /** The same order on another line of the topic; it began when it was named first. */
    @Test
    void anEarlierOrderThatIsNamedAgainKeepsItsTime() {
        var again = after(renewedTwice(), fact("r1-again", 300, renewal("CS8", 5)));

        assertThat(again.paid().inForce()).isEqualTo(paid("CS8", 100, FIVE));
        assertThat(orders(again)).containsExactly(ORDER, order("CS9"), order("CS8"));
    }

    @Test
    void thePurchaseIsNotCancelledWhereverItStands() {
        var named = new TermChanged(TermChange.RENEWAL, ORDER, null, Instances.RENEWED, false);
        var again = after(renewedTwice(), fact("p-again", 300, named));

        assertThat(again.paid().inForce()).isEqualTo(PURCHASE);
        assertThat(orders(after(again, fact("u", 400, cancelled("CS1"))))).containsExactly(order("CS8"), ORDER);
        assertThat(orders(after(again, fact("u", 400, cancelled("CS77"))))).containsExactly(order("CS8"), ORDER);
    }

    /** As the online License says it: the order of the renewal that is cancelled. */
    @Test
    void aCancelledRenewalIsTakenOutByItsName() {
        var renewed = renewedTwice();

        assertThat(after(renewed, fact("c", 300, cancelled("CS9"))).paid().inForce())
                .isEqualTo(paid("CS8", 100, FIVE));
        assertThat(orders(after(renewed, fact("c", 300, cancelled("CS8"))))).containsExactly(ORDER, order("CS9"));
    }

    /** As newer editions say it: an order of the cancellation's own. */
    @Test
    void aCancellationOfItsOwnNameTakesOutTheLastOne() {
        var once = after(renewedTwice(), fact("c1", 300, cancelled("CS77")));
        var twice = after(once, fact("c2", 400, cancelled("CS78")));

        assertThat(once.paid().inForce().order()).isEqualTo(order("CS8"));
        assertThat(twice.paid().inForce()).isEqualTo(PURCHASE);
    }

    @Test
    void thePurchaseIsNeverCancelled() {
        var cancelled = after(Instances.activeLicense(), fact("c", 300, cancelled("CS77")));

        assertThat(orders(cancelled)).containsExactly(ORDER);
        assertThat(orders(after(renewedTwice(), fact("c", 300, cancelled("CS1")))))
                .containsExactly(ORDER, order("CS8"));
    }

    @Test
    void anOrderThatIsNamedAgainIsInForceSinceItsFirstCall() {
        var again = after(renewedTwice(), fact("r2-again", 300, renewal("CS9", 5)));

        assertThat(again.paid()).isEqualTo(renewedTwice().paid());
    }

    @Test
    void whatALaterCallHasOvertakenIsInForceNoMore() {
        var overtaken = after(Instances.activeLicense(), fact("r2", 200, renewal("CS9", 2)));

        assertThat(Decisions.decide(overtaken, fact("c1", 100, cancelled("CS77"))))
                .isInstanceOf(Stale.class);
        // In time for its thaw alone.
        var thaws = new TermChanged(TermChange.RENEWAL, order("CS8"), null, Instances.EXPIRY, true);
        assertThat(after(overtaken, fact("r1", 100, thaws)).paid().inForce().order())
                .isEqualTo(order("CS9"));
    }

    @Test
    void thePurchaseAndTheLastOrdersAreRemembered() {
        var instance = Instances.activeLicense();
        for (int n = 0; n < 40; n++) {
            instance = after(instance, fact("r" + n, 100 + n, renewal("CS10" + n, n)));
        }

        assertThat(orders(instance)).hasSize(16).startsWith(ORDER, order("CS1025"));
        assertThat(instance.paid().inForce()).isEqualTo(paid("CS1039", 139, FIVE));
    }

    @Test
    void aDocumentFromBeforeIsPaidByItsPurchase() {
        var instance = Instances.activeLicense();
        var spec = instance.spec();
        var old = new Spec(spec.generation(), spec.wanted(), spec.bought(), spec.expiry(), List.of(), null);
        var before = new Instance(
                instance.id(),
                instance.kind(),
                instance.order(),
                instance.orderedAt(),
                old,
                instance.status(),
                instance.memory(),
                instance.access(),
                null);

        assertThat(before.paid().inForce()).isEqualTo(PURCHASE);
        var renewed = after(before, fact("r", 100, renewal("CS9", 1)));
        assertThat(orders(renewed)).containsExactly(ORDER, order("CS9"));
        assertThat(renewed.paid().inForce()).isEqualTo(paid("CS9", 100, FIVE));
    }
}
