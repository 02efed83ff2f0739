package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ORDER;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.Instances;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaidOrdersTest {

    private static final OrderInForce PURCHASE = new OrderInForce(ORDER, ORDERED);

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

    private static Instance renewedTwice() {
        return after(
                after(Instances.activeLicense(), fact("r1", 100, renewal("CS8", 1))),
                fact("r2", 200, renewal("CS9", 2)));
    }

    @Test
    void thePurchaseIsInForceUntilSomethingElseIs() {
        assertThat(Instances.orderedLicense().paid().inForce()).isEqualTo(PURCHASE);
        assertThat(Instances.activeLicense().paid().inForce()).isEqualTo(PURCHASE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TermChange.class,
            names = {"RENEWAL", "TRIAL_TO_FORMAL", "RENEWAL_CHANGE"})
    void theOrderOfAChangeIsInForceFromItsCallOn(TermChange change) {
        var changed = after(Instances.activeLicense(), fact("changed", 100, change(change, "CS9", 1)));

        assertThat(changed.paid().inForce()).isEqualTo(new OrderInForce(order("CS9"), ORDERED.plusSeconds(100)));
    }

    /** As the online License says it: the order of the renewal that is cancelled. */
    @Test
    void aCancelledRenewalIsTakenOutByItsName() {
        var renewed = renewedTwice();

        assertThat(after(renewed, fact("c", 300, cancelled("CS9"))).paid().inForce())
                .isEqualTo(new OrderInForce(order("CS8"), ORDERED.plusSeconds(100)));
        assertThat(after(renewed, fact("c", 300, cancelled("CS8"))).paid().orders())
                .containsExactly(PURCHASE, new OrderInForce(order("CS9"), ORDERED.plusSeconds(200)));
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

        assertThat(cancelled.paid().orders()).containsExactly(PURCHASE);
        assertThat(after(renewedTwice(), fact("c", 300, cancelled("CS1")))
                        .paid()
                        .orders())
                .hasSize(2)
                .startsWith(PURCHASE);
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
    void onlyTheLastOrdersAreRemembered() {
        var instance = Instances.activeLicense();
        for (int n = 0; n < 40; n++) {
            instance = after(instance, fact("r" + n, 100 + n, renewal("CS10" + n, n)));
        }

        assertThat(instance.paid().orders()).hasSize(16);
        assertThat(instance.paid().inForce().order()).isEqualTo(order("CS1039"));
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

        assertThat(before.paid().orders()).containsExactly(PURCHASE);
        assertThat(after(before, fact("r", 100, renewal("CS9", 1))).paid().orders())
                .containsExactly(PURCHASE, new OrderInForce(order("CS9"), ORDERED.plusSeconds(100)));
    }
}
